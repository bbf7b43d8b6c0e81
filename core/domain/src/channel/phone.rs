//! Phone numbers, by libphonenumber's rules.

use rlibphonenumber::{PHONE_NUMBER_UTIL, PhoneNumberFormat};

use crate::locale::Region;

use super::handle::{Handle, HandleError, HandleMark};
use super::kind::ChannelKind;

/// A number as E.164, read in `region` where it has no country code.
pub(super) fn normalize(kind: ChannelKind, value: &str, region: Option<Region>) -> Result<Handle, HandleError> {
    let region = region.and_then(|region| region.code().parse().ok());
    let number = PHONE_NUMBER_UTIL.parse(value, region).map_err(|_| HandleError::Malformed)?;
    let key = PHONE_NUMBER_UTIL.format(&number, PhoneNumberFormat::E164).into_owned();
    let display = PHONE_NUMBER_UTIL.format(&number, PhoneNumberFormat::International).into_owned();
    let mark = (!PHONE_NUMBER_UTIL.is_valid_number(&number)).then_some(HandleMark::NumberNotInUse);
    Ok(Handle { kind, key, display, mark })
}
