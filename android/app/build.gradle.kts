import org.gradle.api.tasks.Exec

plugins {
    alias(libs.plugins.android.application)
    alias(libs.plugins.kotlin.compose)
}

val repository = rootDir.parentFile
val core = layout.buildDirectory.dir("core")

/**
 * The core for the phones: a library for each processor, aligned for pages of 16 KB, that encrypts with a libcrypto of its own.
 * Only the library itself is asked for, as it is optimised as a whole only where nothing else comes of the same compilation.
 */
val coreLibraries by tasks.registering(Exec::class) {
    workingDir = repository
    inputs.dir(repository.resolve("core"))
    inputs.file(repository.resolve("Cargo.lock"))
    outputs.dir(core.map { it.dir("jniLibs") })
    environment("RUSTFLAGS", "-C link-arg=-Wl,-z,max-page-size=16384")
    commandLine(
        "cargo", "ndk", "--platform", "26", "--target", "arm64-v8a", "--target", "armeabi-v7a", "--target", "x86_64",
        "--output-dir", core.get().dir("jniLibs").asFile.path, "rustc", "--locked", "--profile", "shipping", "--package", "justmet-app",
        "--lib", "--crate-type", "cdylib", "--features", "justmet-app/encryption-vendored",
    )
}

/** The Kotlin of the core's interface, read from an unstripped library of this machine. */
val coreBindings by tasks.registering(Exec::class) {
    workingDir = repository
    inputs.dir(repository.resolve("core"))
    outputs.dir(core.map { it.dir("bindings") })
    commandLine("core/bindgen/generate.sh", core.get().dir("bindings").asFile.path)
}

android {
    namespace = "app.justmet"
    compileSdk = 36
    defaultConfig {
        applicationId = "app.justmet"
        minSdk = 26
        targetSdk = 36
        versionCode = 1
        versionName = "0.1.0"
    }
    buildFeatures { compose = true }
    androidResources { localeFilters += listOf("en", "fr", "es", "de", "pt") }
    sourceSets["main"].apply {
        kotlin.srcDir(core.map { it.dir("bindings/kotlin") })
        jniLibs.srcDir(core.map { it.dir("jniLibs") })
    }
    buildTypes {
        release {
            isMinifyEnabled = true
            isShrinkResources = true
            proguardFiles(getDefaultProguardFile("proguard-android-optimize.txt"), "proguard-rules.pro")
        }
    }
    // The bindings find the library by its name; uncompressed and aligned it is mapped straight from the APK.
    packaging { jniLibs { useLegacyPackaging = false } }
    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_17
        targetCompatibility = JavaVersion.VERSION_17
    }
}

tasks.named("preBuild") { dependsOn(coreLibraries, coreBindings) }

dependencies {
    implementation(libs.coroutines.android)
    implementation(libs.compose.ui)
    implementation(libs.compose.foundation)
    implementation(libs.compose.material3)
    implementation(libs.activity.compose)
    implementation(libs.lifecycle.viewmodel.compose)
    implementation(libs.jna) { artifact { type = "aar" } }
}
