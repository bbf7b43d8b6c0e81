//! What is known of the world's telephone numbers: the data of libphonenumber.

#[cfg(not(numbering_is_packed))]
pub(super) use rlibphonenumber::PHONE_NUMBER_UTIL as NUMBERING;

/// Reads and writes numbers, with the data that `rlibphonenumber` has itself, which the build script packed; built on the
/// first call.
#[cfg(numbering_is_packed)]
pub(super) static NUMBERING: std::sync::LazyLock<rlibphonenumber::PhoneNumberUtil> = std::sync::LazyLock::new(|| {
    let packed = include_bytes!(concat!(env!("OUT_DIR"), "/numbering"));
    let known = prost::Message::decode(crate::packed::bytes(packed).as_slice()).unwrap_or_default();
    rlibphonenumber::PhoneNumberUtil::new_for_metadata(known)
        .unwrap_or_else(|_| unreachable!("the library has read its own data"))
});

#[cfg(test)]
mod tests {
    use rlibphonenumber::{PHONE_NUMBER_UTIL, PhoneNumberFormat, PhoneNumberType, PhoneNumberUtil};

    use super::*;

    #[test]
    fn what_is_packed_is_what_the_library_knows() {
        #[cfg(not(numbering_is_packed))]
        panic!("cargo did not say where it put the library, and its data are shipped at full size");
        let regions = PHONE_NUMBER_UTIL.get_supported_regions();
        assert!(regions.len() > 240 && regions.len() == NUMBERING.get_supported_regions().len());
        for region in regions {
            assert_eq!(
                NUMBERING.get_country_code_for_region(region),
                PHONE_NUMBER_UTIL.get_country_code_for_region(region)
            );
            for kind in [PhoneNumberType::FixedLine, PhoneNumberType::Mobile, PhoneNumberType::TollFree] {
                let of = |known: &PhoneNumberUtil| {
                    let number = known.get_example_number_for_type_and_region(region, kind).ok()?;
                    let written = known.format(&number, PhoneNumberFormat::National).into_owned();
                    Some((number, written))
                };
                assert_eq!(of(&NUMBERING), of(&PHONE_NUMBER_UTIL), "{region:?} {kind:?}");
            }
        }
    }
}
