#!/usr/bin/env python3
"""Checks what Xcode reads and nothing here compiles: the project file, the plists and the table of words.

Each is held against the sources. Says what is wrong and ends with 1; says nothing about Xcode taking it.
    usage: scripts/check_project.py [--write-words]      takes the labels anew from the core first
"""
import json
import plistlib
import re
import sys
from pathlib import Path

IOS = Path(__file__).resolve().parent.parent
APP = IOS / "App" / "JustMet"
LANGUAGES = ("en", "fr", "es", "de", "pt")


def sources() -> dict[str, str]:
    folders = [IOS / "Sources" / name for name in ("JustMetKit", "JustMetPlatform", "JustMetUI")] + [APP]
    return {str(path.relative_to(IOS)): path.read_text() for folder in folders for path in sorted(folder.rglob("*.swift"))}


# --- the project file -------------------------------------------------------------------------------------------------


def parse_project(text: str) -> dict:
    """The old property list of NeXT, as Xcode writes it: dictionaries, lists, strings, comments."""
    token = re.compile(r'\s+|/\*.*?\*/|//[^\n]*|"(?:[^"\\]|\\.)*"|[{}()=;,]|[^\s{}()=;,"]+', re.S)
    tokens, place = [], 0
    while place < len(text):
        found = token.match(text, place)
        if not found:
            raise ValueError(f"cannot be read at character {place}")
        place = found.end()
        if not re.match(r"\s|/\*|//", found.group()):
            tokens.append(found.group())
    tokens.reverse()

    def take(wanted: str) -> None:
        got = tokens.pop() if tokens else "the end"
        if got != wanted:
            raise ValueError(f"{wanted} was expected, not {got}")

    def value():
        first = tokens.pop()
        if first == "{":
            table = {}
            while tokens[-1] != "}":
                key = value()
                take("=")
                if key in table:
                    raise ValueError(f"{key} stands twice")
                table[key] = value()
                take(";")
            take("}")
            return table
        if first == "(":
            items = []
            while tokens[-1] != ")":
                items.append(value())
                take(",")
            take(")")
            return items
        if first in "}=;,)":
            raise ValueError(f"{first} is out of place")
        return first.strip('"')

    parsed = value()
    if tokens:
        raise ValueError(f"{tokens[-1]} stands after the end")
    return parsed


def check_project(text: str) -> list[str]:
    try:
        project = parse_project(text)
    except (ValueError, IndexError) as error:
        return [f"project.pbxproj: {error}"]
    objects, bad = project["objects"], []
    mentioned = set(re.findall(r"\b[0-9A-F]{24}\b", text))
    bad += [f"project.pbxproj: {one} is mentioned and is no object" for one in sorted(mentioned - set(objects))]

    def of_kind(kind: str) -> list[dict]:
        return [it for it in objects.values() if it.get("isa") == kind]

    targets = of_kind("PBXNativeTarget")
    if [it.get("name") for it in targets] != ["JustMet"]:
        bad.append("project.pbxproj: one target, JustMet, was expected")
    linked = {it["productName"] for it in of_kind("XCSwiftPackageProductDependency")}
    offered = set(re.findall(r'\.library\(name: "(\w+)"', (IOS / "Package.swift").read_text()))
    if linked != offered:
        bad.append(f"project.pbxproj: links {sorted(linked)}, the package offers {sorted(offered)}")
    for package in of_kind("XCLocalSwiftPackageReference"):
        if not (IOS / "App" / package["relativePath"] / "Package.swift").exists():
            bad.append(f"project.pbxproj: no package at {package['relativePath']}")
    for group in of_kind("PBXFileSystemSynchronizedRootGroup"):
        if not (IOS / "App" / group["path"]).is_dir():
            bad.append(f"project.pbxproj: no folder {group['path']}")
    for exceptions in of_kind("PBXFileSystemSynchronizedBuildFileExceptionSet"):
        bad += [f"project.pbxproj: no file {name}" for name in exceptions["membershipExceptions"] if not (APP / name).exists()]
    for settings in (it["buildSettings"] for it in of_kind("XCBuildConfiguration")):
        for key in ("INFOPLIST_FILE", "CODE_SIGN_ENTITLEMENTS"):
            if key in settings and not (IOS / "App" / settings[key]).exists():
                bad.append(f"project.pbxproj: no file {settings[key]}")
    regions = set(of_kind("PBXProject")[0]["knownRegions"])
    if regions != {*LANGUAGES, "Base"}:
        bad.append(f"project.pbxproj: regions {sorted(regions)}")
    return bad


# --- the plists -------------------------------------------------------------------------------------------------------

NEEDED = ("CFBundleIdentifier", "CFBundleExecutable", "CFBundleName", "CFBundlePackageType", "CFBundleShortVersionString",
          "CFBundleVersion", "UILaunchScreen")
# Frameworks that ask the person, and the sentence that each must bring.
SENTENCES = {"Contacts": "NSContactsUsageDescription", "CoreLocation": "NSLocationWhenInUseUsageDescription",
             "AVFoundation": "NSCameraUsageDescription", "Speech": "NSSpeechRecognitionUsageDescription",
             "LocalAuthentication": "NSFaceIDUsageDescription", "VisionKit": "NSCameraUsageDescription"}
# Apple's "required reason" interfaces (2024): what shows that one is used, and the reasons it can have.
REASONS = {"UserDefaults": (r"UserDefaults|AppStorage", {"CA92.1", "1C8F.1", "C56D.1", "AC6B.1"}),
           # SQLite looks at the dates of its own files.
           "FileTimestamp": (r"justmet\.db", {"DDA9.1", "C617.1", "3B52.1", "0A2A.1"}),
           "SystemBootTime": (r"systemUptime|mach_absolute_time", {"35F9.1", "8FFB.1", "3D61.1"}),
           "DiskSpace": (r"volumeAvailableCapacity|systemFreeSize", {"85F4.1", "E174.1", "7D9E.1", "B728.1"}),
           "ActiveKeyboards": (r"activeInputModes", {"3EC4.1", "54BD.1"})}


def check_plists(info: dict, privacy: dict, code: str) -> list[str]:
    bad = [f"Info.plist: {key} is missing" for key in NEEDED if key not in info]
    used = set(re.findall(r'identifier = "(app\.justmet\.[\w.]+)"', code))
    listed = set(info.get("BGTaskSchedulerPermittedIdentifiers", []))
    if used != listed:
        bad.append(f"Info.plist: background tasks {sorted(listed)}, the sources have {sorted(used)}")
    if bool(listed) != ("fetch" in info.get("UIBackgroundModes", [])):
        bad.append("Info.plist: UIBackgroundModes does not fit the background tasks")
    for module, key in SENTENCES.items():
        if re.search(rf"^\s*import {module}\b", code, re.M) and not info.get(key):
            bad.append(f"Info.plist: {module} is imported and {key} is missing")
    if "NSAppTransportSecurity" in info:
        bad.append("Info.plist: the app speaks to no network")
    if set(info.get("CFBundleLocalizations", [])) != set(LANGUAGES):
        bad.append("Info.plist: CFBundleLocalizations are not the five languages")
    if privacy.get("NSPrivacyTracking") is not False or privacy.get("NSPrivacyTrackingDomains") != []:
        bad.append("PrivacyInfo.xcprivacy: there is no tracking")
    if privacy.get("NSPrivacyCollectedDataTypes") != []:
        bad.append("PrivacyInfo.xcprivacy: no data is collected")
    declared = {}
    for entry in privacy.get("NSPrivacyAccessedAPITypes", []):
        kind = entry["NSPrivacyAccessedAPIType"].removeprefix("NSPrivacyAccessedAPICategory")
        declared[kind] = set(entry["NSPrivacyAccessedAPITypeReasons"])
    for kind, (sign, allowed) in REASONS.items():
        if bool(re.search(sign, code)) != (kind in declared):
            bad.append(f"PrivacyInfo.xcprivacy: {kind} does not fit the sources")
        if kind in declared and (not declared[kind] or declared[kind] - allowed):
            bad.append(f"PrivacyInfo.xcprivacy: {kind} has reasons {sorted(declared[kind])}")
    return bad + [f"PrivacyInfo.xcprivacy: {kind} is unknown" for kind in declared if kind not in REASONS]


# --- the words --------------------------------------------------------------------------------------------------------

# A word that is looked up is a literal in one of these places; anything else that is shown comes from the core.
PLACES = (r'(?<![\w.])(?:Text|Button|Label|Section|Toggle|Picker|DatePicker|TextField|SecureField|Menu|ProgressView)\(\s*"((?:[^"\\]|\\.)+)"',
          r'\.(?:navigationTitle|accessibilityLabel|accessibilityHint)\(\s*"((?:[^"\\]|\\.)+)"',
          r'(?:prompt|localized|title|shortTitle|requestValueDialog|named): (?:Text\()?"((?:[^"\\]|\\.)+)"',
          r'(?:IntentDescription|requestValue)\("((?:[^"\\]|\\.)+)"',
          r': LocalizedStringResource = "((?:[^"\\]|\\.)+)"',
          r'Summary\("((?:[^"\\]|\\.)+)"')
SWITCHED = re.compile(r': LocalizedStringKey \{\s*switch [^{]+\{(.*?)\n\s*\}\n', re.S)
PHRASES = re.compile(r'phrases: \[(.*?)\]', re.S)
LITERAL = re.compile(r'"((?:[^"\\]|\\.)+)"')


def key_of(literal: str) -> str:
    """The key under which SwiftUI looks up a literal: interpolations become specifiers."""
    def specifier(found: re.Match) -> str:
        inner = found.group(1)
        if inner == ".applicationName":
            return "${applicationName}"
        if inner.startswith("\\.$"):
            return "${" + inner[3:] + "}"
        return "%lld" if re.search(r"Int\(|\.count|^count$", inner) else "%@"
    return re.sub(r"\\\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)", specifier, literal)


def keys_in(code: str) -> set[str]:
    found = {literal for place in PLACES for literal in re.findall(place, code)}
    for block in SWITCHED.findall(code):
        found |= set(LITERAL.findall(block))
    # A label with a ternary has two literals behind one bracket.
    found |= {literal for pair in re.findall(r'(?:Text|Button)\([^"()]*\? "([^"]+)" : "([^"]+)"\)', code) for literal in pair}
    return {key for key in map(key_of, found) if re.search(r"[^\W\d_]", re.sub(r"%\w+|\$\{\w+\}", "", key))}


def phrases_in(code: str) -> set[str]:
    """What Siri listens to has a table of its own."""
    return {key_of(literal) for block in PHRASES.findall(code) for literal in LITERAL.findall(block)}


def check_words(catalog: dict, used: set[str], name: str = "Localizable.xcstrings") -> list[str]:
    kept = catalog.get("strings", {})
    bad = [f"{name}: “{key}” is missing" for key in sorted(used - set(kept))]
    bad += [f"{name}: nothing shows “{key}”" for key in sorted(set(kept) - used)]
    for key, entry in sorted(kept.items()):
        for language in LANGUAGES:
            unit = entry.get("localizations", {}).get(language, {}).get("stringUnit", {})
            text = unit.get("value", "")
            if not text or unit.get("state") != "translated":
                bad.append(f"{name}: “{key}” is missing in {language}")
            elif sorted(re.findall(r"%\w+|%@|\$\{\w+\}", text)) != sorted(re.findall(r"%\w+|%@|\$\{\w+\}", key)):
                bad.append(f"{name}: “{key}” has other places in {language}")
    return bad


CORE_WORDS = IOS.parent / "core" / "app" / "locales"


def core_words() -> dict[str, list[dict[str, str]]]:
    """The labels that the core has for every shell, by their English text: each with its texts in all languages."""
    kept: dict[str, dict[str, str]] = {}
    for language in LANGUAGES:
        for key, text in re.findall(r"^(shell-[\w-]+) = (.+)$", (CORE_WORDS / f"{language}.ftl").read_text(), re.M):
            kept.setdefault(key, {})[language] = text
    by_english: dict[str, list[dict[str, str]]] = {}
    for texts in kept.values():
        by_english.setdefault(texts["en"], []).append(texts)
    return by_english


def texts_of(entry: dict) -> dict[str, str]:
    return {language: entry["localizations"][language]["stringUnit"]["value"] for language in entry["localizations"]}


def check_core_words(catalog: dict, core: dict[str, list[dict[str, str]]]) -> list[str]:
    """One label has one text in a language, whichever shell shows it."""
    return [f"Localizable.xcstrings: “{key}” is not what the core says; scripts/check_project.py --write-words"
            for key, entry in sorted(catalog["strings"].items()) if key in core and texts_of(entry) not in core[key]]


def write_words(path: Path, used: set[str]) -> None:
    """Takes every label that the core has from there, and leaves out what nothing shows."""
    catalog, core = json.loads(path.read_text()), core_words()
    kept = {key: entry for key, entry in catalog["strings"].items() if key in used}
    for key in used & set(core):
        if key not in kept or texts_of(kept[key]) not in core[key]:
            units = {language: {"stringUnit": {"state": "translated", "value": core[key][0][language]}} for language in sorted(LANGUAGES)}
            kept[key] = {"extractionState": "manual", "localizations": units}
    catalog["strings"] = {key: kept[key] for key in sorted(kept)}
    path.write_text(json.dumps(catalog, ensure_ascii=False, indent=2) + "\n")


# --- all of it --------------------------------------------------------------------------------------------------------

NETWORK = re.compile(r"\b(URLSession|URLRequest|NWConnection|NWPathMonitor|CFSocket\w*|CFStream\w*|socket\(|getaddrinfo|WKWebView)")


def check_network(files: dict[str, str]) -> list[str]:
    return [f"{name}: {found}: the app speaks to no network" for name, code in files.items() for found in NETWORK.findall(code)]


def check_kit(files: dict[str, str]) -> list[str]:
    apple = re.compile(r"^\s*import (?!Foundation\b|Observation\b|JustMet)(\w+)", re.M)
    return [f"{name}: imports {module}" for name, code in files.items() if "JustMetKit" in name for module in apple.findall(code)]


def check_readme(readme: str, picture: str) -> list[str]:
    """The picture in the README is the one that the tests hold against the screen."""
    return [] if f"```text\n{picture.strip()}\n```" in readme else ["README.md: the picture of the iPhone is not contact.txt"]


def self_test(text: str, info: dict, privacy: dict, catalog: dict, files: dict[str, str]) -> list[str]:
    """Each check must find a fault that is put in."""
    code = "\n".join(files.values())
    key, entry = sorted(catalog["strings"].items())[0]
    halved = {"strings": {**catalog["strings"], key: {"localizations": {"en": entry["localizations"]["en"]}}}}
    faults = {
        "a dangling id": check_project(text.replace("productRefGroup = A", "productRefGroup = B", 1)),
        "a missing comma": check_project(text.replace("Info.plist,", "Info.plist", 1)),
        "another background task": check_plists({**info, "BGTaskSchedulerPermittedIdentifiers": ["x"]}, privacy, code),
        "data that is collected": check_plists(info, {**privacy, "NSPrivacyCollectedDataTypes": ["x"]}, code),
        "a sentence that is missing": check_plists(info, privacy, code + "\nimport Contacts\n"),
        "a reason that is missing": check_plists(info, privacy, code + "\nUserDefaults.standard\n"),
        "a word that is missing": check_words(catalog, keys_in(code + '\nText("Quite new")\n')),
        "a word that nothing shows": check_words({"strings": {**catalog["strings"], "Old": entry}}, keys_in(code)),
        "a language that is missing": check_words(halved, keys_in(code)),
        "a word that the core says otherwise": check_core_words(catalog, {key: [{"en": key}] for key in catalog["strings"]}),
        "a socket": check_network({"a.swift": "let task = URLSession.shared"}),
        "an old picture": check_readme("```text\nold\n```", "new"),
        "Apple in the kit": check_kit({"Sources/JustMetKit/a.swift": "import UIKit\n"}),
    }
    return [f"self-test: {what} went unseen" for what, found in faults.items() if not found]


def main() -> int:
    files = sources()
    code = "\n".join(files.values())
    text = (IOS / "App" / "JustMet.xcodeproj" / "project.pbxproj").read_text()
    info = plistlib.loads((APP / "Info.plist").read_bytes())
    privacy = plistlib.loads((APP / "PrivacyInfo.xcprivacy").read_bytes())
    plistlib.loads((APP / "JustMet.entitlements").read_bytes())
    words = APP / "Localizable.xcstrings"
    if sys.argv[1:] == ["--write-words"]:
        write_words(words, keys_in(code))
    catalog = json.loads(words.read_text())
    bad = check_project(text) + check_plists(info, privacy, code) + check_words(catalog, keys_in(code))
    bad += check_core_words(catalog, core_words())
    phrases = json.loads((APP / "AppShortcuts.xcstrings").read_text())
    bad += check_words(phrases, phrases_in(code), "AppShortcuts.xcstrings")
    picture = IOS / "Tests" / "JustMetShellTests" / "Pictures" / "contact.txt"
    bad += check_readme((IOS.parent / "README.md").read_text(), picture.read_text())
    bad += check_network(files) + check_kit(files) + self_test(text, info, privacy, catalog, files)
    print("\n".join(bad) or f"project, plists and {len(catalog['strings'])} words in {len(LANGUAGES)} languages: in order")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
