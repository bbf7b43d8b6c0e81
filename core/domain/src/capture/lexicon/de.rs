//! German.

use super::Words;
use crate::channel::ChannelKind;
use crate::locale::Language;

pub(super) static WORDS: Words = Words {
    language: Language::De,
    weekdays: ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag | Sonnabend", "Sonntag"],
    short_weekdays: ["mo", "di", "mi", "do", "fr", "sa", "so"],
    months: [
        "Januar | Jänner | Jan",
        "Februar | Feber | Feb",
        "März | Mrz",
        "April | Apr",
        "Mai",
        "Juni | Jun",
        "Juli | Jul",
        "August | Aug",
        "September | Sept | Sep",
        "Oktober | Okt",
        "November | Nov",
        "Dezember | Dez",
    ],
    days: &[
        (0, "heute | heute Abend | heute Nachmittag"),
        (1, "morgen | morgen früh | morgen Nachmittag | morgen Abend"),
        (2, "übermorgen"),
        (7, "heute in einer Woche"),
        (-1, "gestern"),
    ],
    numbers: &[
        (0, "null"),
        (1, "eins | ein | eine | einem | einer | einen | ersten | erster"),
        (2, "zwei | zwo | zweiten | zweiter"),
        (3, "drei | dritten | dritter"),
        (4, "vier | vierten | vierter"),
        (5, "fünf | fünften | fünfter"),
        (6, "sechs | sechsten"),
        (7, "sieben | siebten | siebter"),
        (8, "acht | achten"),
        (9, "neun | neunten"),
        (10, "zehn | zehnten"),
        (11, "elf | elften"),
        (12, "zwölf | zwölften"),
        (13, "dreizehn | dreizehnten"),
        (14, "vierzehn | vierzehnten"),
        (15, "fünfzehn | fünfzehnten"),
        (16, "sechzehn | sechzehnten"),
        (17, "siebzehn | siebzehnten"),
        (18, "achtzehn | achtzehnten"),
        (19, "neunzehn | neunzehnten"),
        (20, "zwanzig | zwanzigsten"),
        (30, "dreißig"),
        (40, "vierzig"),
        (50, "fünfzig"),
        (60, "sechzig"),
        (70, "siebzig"),
        (80, "achtzig"),
        (90, "neunzig"),
    ],
    units: ["Tag | Tage | Tagen", "Woche | Wochen", "Monat | Monate | Monaten", "Jahr | Jahre | Jahren"],
    weekend: "Wochenende | am Wochenende",
    end_of: "Ende der | Ende des | Ende | bis Ende | bis Ende der | bis Ende des | zum Ende",
    within: "in | binnen | innerhalb von",
    from_now: "ab heute | später",
    next: "nächste | nächsten | nächster | nächstes | kommende | kommenden | kommender | kommendes | Anfang nächster",
    next_after: "darauf",
    week_later: "in einer Woche | in 8 Tagen | in acht Tagen | übernächster Woche",
    this: "diese | diesen | dieser | dieses",
    last: "letzte | letzten | letzter | letztes | vergangene | vergangenen | vorigen",
    on: "am | an | bis | zum | vor | ab | der | den | dem | für | um | bis zum | vor dem | spätestens",
    of: "",
    ordinal: "te | ten | ter",
    every: "jeden | jede | jedes | alle",
    recurring: "monatlich | wöchentlich | täglich | jährlich | regelmäßig | einmal im Monat | einmal pro Woche | montags | dienstags | mittwochs | \
                donnerstags | freitags",
    follow_up: "melde mich | ich melde mich | nachfassen | nachhaken | melden | wieder melden | zurückmelden | zurückrufen | Follow-up | Rückruf | erinnern | erinnere mich | \
                wiedervorlage | WV | wieder anschreiben | wieder kontaktieren | kontaktieren | nochmal melden | ich melde mich | sich melden | \
                bei ihr melden | bei ihm melden | bei ihr nachfassen | bei ihm nachfassen | anschreiben | nachfragen | Erinnerung | \
                ihr schreiben | ihm schreiben | wieder anrufen | Rückmeldung",
    meet: "wir sehen uns | sehen uns | rufe | rufe an | schreibe | ich schreibe | ich rufe an | anrufen | Anruf | Treffen | treffen | Kaffee | Mittagessen | Abendessen | Termin | Telefonat | telefonieren | sprechen | Demo | Besuch | \
           schreiben | Gespräch | Meeting | Videocall | mailen | simsen",
    never: "kein Follow-up | keine Wiedervorlage | nicht nachfassen | nicht melden | kein Nachfassen | keine Erinnerung | nicht wieder melden | \
            kein Rückruf | nicht zurückrufen | ohne Follow-up | kein Follow up nötig | nicht mehr melden | nicht kontaktieren | \
            muss nicht nachgefasst werden | ohne Nachfassen",
    about_them: "ihre | seine | ist | sind | wird | Hochzeit | Launch | Urlaub | im Urlaub | Start | seit | verreist | fliegt | fährt | zieht | \
                 Geburtstag | erscheint | eröffnet | beginnt | kommt | kommt zurück | zurück | weg | Prüfung | Vortrag | heiratet | Frist | \
                 sie ist | er ist | sie | er | Elternzeit | Messe | Umzug | wechselt | verlässt",
    prefers: "bevorzugt | bevorzuge | am liebsten | am liebsten per | am liebsten über | am liebsten auf | lieber | lieber per | lieber über | \
              lieber auf | am besten | am besten per | am besten über | am besten auf | am besten via | besser per | besser über | besser auf | nur | \
              nur per | nur über | ausschließlich | erreichbar über | erreichbar per | erreichbar auf | erreichbar unter | gern per | gerne per | \
              gern über | gerne über | vorzugsweise | vorzugsweise per | Präferenz | bitte per | bitte über | bitte | besser | sie bevorzugt | \
              er bevorzugt | nutzt | mag | einfach per | liebt",
    preferred: "bevorzugt | bitte | am besten | am liebsten | wäre besser | ist besser | ist am besten | lieber | nur | bevorzugter Kanal | vorzugsweise | \
                wenn möglich | zuerst",
    refuses: "kein | keine | keinen | nicht | nicht per | nicht über | nicht auf | nie | nie per | niemals | bitte kein | bitte keine | bitte nicht | \
              bitte nicht per | weder | noch | ohne | hasst | meidet | nutzt kein | mag kein | mag keine | nur nicht | auf keinen Fall | \
              hat kein | nutzt nicht | ist nicht auf | liest keine",
    refused: "lieber nicht | nie | geht nicht",
    over: "statt | anstatt | als | und nicht | anstelle von",
    filler: "privat | dienstlich | geschäftlich | ok | per | über | auf | via | mit | unter | die | der | das | den | dem | ein | eine | seine | ihre | sein | ihr | meine | Nummer | Nr | ist | im | in | \
             an | bei | ihn | ihm | sie | er | es | mich | mir | am | Konto | Nachricht | Nachrichten | Profil | zu | von | lautet",
    and: "und | oder | noch | sowie | auch | beziehungsweise",
    after: "nach | ab | von",
    before: "vor | bis",
    between: "zwischen",
    hour: "h | Uhr",
    parts_of_day: &[
        (8, 12, "vormittags | morgens | am Vormittag | am Morgen"),
        (12, 18, "nachmittags | am Nachmittag"),
        (18, 22, "abends | am Abend"),
    ],
    channels: &[
        (ChannelKind::Email, "E-Mail | Mail | Mails | E-Mails | email | Mailadresse | E-Mail-Adresse"),
        (
            ChannelKind::Phone,
            "Telefon | Tel | Fon | Anruf | Anrufe | Anrufen | anrufen | Festnetz | telefonisch | Durchwahl | Telefonate | \
                              Büro | Telefonnummer",
        ),
        (ChannelKind::Sms, "SMS | eine SMS"),
        (ChannelKind::WhatsApp, "WhatsApp | wa | whats app"),
    ],
    mobile: "Handy | Mobil | mobile | Mobiltelefon | Handynummer | mob | Natel",
    extension: "Durchwahl | DW | Apparat",
    spoken: &[
        ('@', "at | ät | Klammeraffe"),
        ('.', "Punkt"),
        ('-', "Bindestrich | minus | Strich"),
        ('_', "Unterstrich"),
        ('+', "plus"),
    ],
    met: "getroffen | ich habe | habe | kennengelernt | gesprochen mit | mit | traf | neuer Kontakt | neue Kontaktin | sie heißt | er heißt | heißt | \
          sein Name ist | ihr Name ist | Name | Kontakt | ich traf | gerade | heute getroffen | das ist | hier ist | gerade getroffen | \
          kennengelernt habe ich",
    met_at: "kennengelernt auf | getroffen auf | kennengelernt bei | getroffen bei | gesehen auf | kennengelernt auf der | getroffen auf der | \
             kennengelernt auf dem | getroffen auf dem | kennengelernt in | getroffen in | kennengelernt beim | getroffen beim | auf der | \
             auf dem | beim | bei der | gesehen auf der | gesehen auf dem | getroffen am | Veranstaltung | während | auf einer | auf einem | \
             kennengelernt im | getroffen im",
    at: "bei | auf | in | im | an der",
    works_at: "bei | von | arbeitet bei | arbeitet für | arbeitet an | Firma | Unternehmen | der Firma | aus | sie arbeitet bei | er arbeitet bei | \
               Gründer von | Gründerin von | leitet | von der | an der | bei der | beim | vom | Organisation",
    events: "Messe | Konferenz | Kongress | Tagung | Forum | Festival | Workshop | Seminar | Gipfel | Meetup | Fest | Abendessen | Gala | Ausstellung | \
             Buchmesse | Symposium | Stammtisch | Tage | Hackathon | Empfang | Vortrag | Party | Treffen | Frühstück | Kolloquium | Barcamp",
    orgs: "e.V. | e.K. | e.G. | GmbH | AG | KG | OHG | UG | eV | SE | Gruppe | Firma | Universität | Uni | Hochschule | Institut | Stiftung | Verein | Bank | Werkstatt | Stadt | \
           Krankenhaus | Klinik | Labor | Labore | Agentur | Schule | Verlag | Spedition | Beratung | Studio | Kanzlei | Gebrüder | Partner | \
           Ministerium | Museum | Genossenschaft | Co | Logistik | Werke | Stadtwerke | Praxis",
    roles: "illustrator | illustratorin | fotograf | fotografin | musiker | musikerin | bäcker | bäckerin | übersetzer | übersetzerin | psychologe | psychologin | zahnarzt | zahnärztin | apotheker | apothekerin | unternehmer | unternehmerin | ökonom | ökonomin | Jurist | Juristin | Prokurist | Prokuristin | Leiter der | Leiter des | Leiterin der | Leiterin des | Leiter | Leiterin | Ingenieur | Ingenieurin | Systemingenieur | Entwickler | Entwicklerin | Designer | Designerin | Geschäftsführer | \
            Geschäftsführerin | Vertriebsleiter | Vertriebsleiterin | Vertrieb | Einkäufer | Einkäuferin | Einkauf | Berater | Beraterin | \
            Anwalt | Anwältin | Rechtsanwalt | Rechtsanwältin | Forscher | Forscherin | Professor | Professorin | Lehrer | Lehrerin | Gründer | \
            Gründerin | Mitgründer | Mitgründerin | Vorstand | Präsident | Präsidentin | Architekt | Architektin | Journalist | Journalistin | \
            Autor | Autorin | Assistent | Assistentin | Arzt | Ärztin | Pfleger | Techniker | Technikerin | Student | Studentin | \
            Buchhalter | Buchhalterin | Inhaber | Inhaberin | Projektleiter | Projektleiterin | Personalleiter | Personalleiterin | \
            Produktmanager | Produktmanagerin | Abteilungsleiter | Abteilungsleiterin | Teamleiter | Teamleiterin | Chef | Chefin | \
            Verkäufer | Verkäuferin | Referent | Referentin | Redakteur | Redakteurin | Künstler | Künstlerin | Fotograf | Fotografin | \
            Softwareentwickler | Softwareentwicklerin | Doktorand | Doktorandin | Übersetzer | Übersetzerin | Sachbearbeiter | \
            Krankenschwester | Marketingleiter | Marketingleiterin | Wissenschaftler | Wissenschaftlerin | Bürgermeister | Frontend",
    subjects: "sie | er | ihm | ihr | seine | ihre",
    promise_me: "will | möchte | braucht | wartet auf | hätte gern | hätte gerne | schicken | ihr schicken | ihm schicken | schulde ihr | schulde ihm | \
                 schulde | ich schulde | ich schicke | ich schicke ihr | ich schicke ihm | senden | zusenden | versprochen | habe versprochen | \
                 muss ihr | muss ihm | ich muss ihr | ich muss ihm | sie will | er will | sie möchte | er möchte | wünscht sich | teilen | weiterleiten | \
                 vorstellen | interessiert an | bittet um | fragt nach | ihr zeigen | ihm zeigen | sie braucht | er braucht",
    promise_them: "schickt mir | sie schickt mir | er schickt mir | sie schickt | er schickt | wird mir schicken | sendet mir | sie sendet mir | er sendet mir | \
                   schuldet mir | sie schuldet mir | er schuldet mir | hat mir versprochen | stellt mir | sie stellt mir | er stellt mir | gibt mir | \
                   sie gibt mir | er gibt mir | leiht mir | bringt mir",
    things: "Folien | Präsentation | Angebot | Vertrag | Link | Bericht | Artikel | Fotos | Lebenslauf | CV | Unterlagen | Demo | Preise | Preisliste | Rechnung | \
             Broschüre | Muster | Buch | Video | Aufzeichnung | Slides | Entwurf",
    articles: "der | die | das | den | dem | des | ein | eine | einen | einer | einem | seine | ihre | unser | unsere",
    honorifics: "Herr | Herrn | Frau | Dr | Prof | Professor | Professorin | Doktor | Dipl | Ing | med | Mag | Dipl-Ing",
    particles: "von | van | vom | zu | zum | zur | der | den | dem | von der | von dem | von den | und",
    closings: "mit freundlichen Grüßen | freundliche Grüße | beste Grüße | viele Grüße | liebe Grüße | herzliche Grüße | Grüße | Gruß | MfG | LG | VG | \
               hallo | guten Tag | danke | vielen Dank | schöne Grüße | mit besten Grüßen | gesendet von meinem iPhone | sehr geehrte | sehr geehrter | \
               hochachtungsvoll | moin | servus",
    talked: "über | redet über | spricht über | gesprochen über | Thema | wegen | bezüglich | interessiert sich für | mag | Notiz | es ging um",
    common: "ich | du | er | sie | es | wir | ihr | das | dies | wer | was | wo | wann | und | aber | oder | weil | sehr | gut | gute | guter | hat | habe | haben | war | \
             wurde | sein | mein | dein | unser | mit | ohne | für | durch | in | im | auf | aus | nach | vor | bei | von | zu | nicht | ja | auch | schon | \
             dann | hier | da | arbeitet | wohnt | sucht | kann | soll | muss | nett | super | toll | den | dem | des | einen | einer | getroffen | \
             gesehen | kennengelernt | gesprochen | wieder | noch | heißt | ihm | ihn | seine | seiner | mir | mich",
    given: "hans | peter | klaus | wolfgang | michael | werner | jürgen | thomas | andreas | stefan | christian | uwe | frank | dieter | bernd | jörg | \
            matthias | martin | alexander | tobias | sebastian | jan | lukas | felix | maximilian | paul | leon | jonas | tim | nils | lars | sven | ralf | \
            olaf | kai | karl | heinz | georg | ludwig | johannes | timo | ursula | maria | petra | monika | sabine | renate | karin | helga | andrea | \
            claudia | susanne | birgit | heike | katrin | julia | anna | lena | lea | laura | sarah | hannah | marie | sophie | katharina | nadja | ines | \
            eva | inge | greta | mia | emma | jana | august | mai | juli | sommer | oda | fabian | lotte | cornelia | erika | sandra | anja | silke",
};
