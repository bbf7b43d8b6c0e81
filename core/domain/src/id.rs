//! Stable identifiers: a UUID version 7 (RFC 9562) for what a person creates, version 5 for what is derived.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// Wraps a UUID that was read back or made by [`IdSource`].
            pub const fn from_uuid(uuid: Uuid) -> Self {
                Self(uuid)
            }

            /// The UUID itself, as stored.
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
    };
}

id!(
    /// A [`Contact`](crate::contact::Contact).
    ContactId
);
id!(
    /// An [`Address`](crate::contact::Address) of a contact.
    AddressId
);
id!(
    /// An [`Encounter`](crate::contact::Encounter).
    EncounterId
);
id!(
    /// An event: a conference, a fair, a dinner.
    EventId
);
id!(
    /// A [`Promise`](crate::contact::Promise).
    PromiseId
);
id!(
    /// A [`Preference`](crate::contact::Preference).
    PreferenceId
);
id!(
    /// A [`MessageRecord`](crate::message::MessageRecord).
    MessageId
);
id!(
    /// A [`FollowUp`](crate::follow_up::FollowUp).
    FollowUpId
);

/// Where new identifiers come from: the shell's side gives time-ordered UUIDv7, a test gives what it likes.
pub trait IdSource {
    /// A fresh UUID, never given before.
    fn next_uuid(&mut self) -> Uuid;
}

impl FollowUpId {
    /// The follow-up of one encounter with one contact. Derived, not drawn: two phones that restored the same encounter
    /// arrive at the same id, so that closing it on one can close it on the other.
    pub fn derive(contact: ContactId, encounter: EncounterId) -> Self {
        Self(Uuid::new_v5(&contact.uuid(), encounter.uuid().as_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_follow_up_id_is_derived_from_contact_and_encounter_alone() {
        let contact = ContactId::from_uuid(Uuid::from_u128(1));
        let encounter = EncounterId::from_uuid(Uuid::from_u128(2));
        assert_eq!(FollowUpId::derive(contact, encounter), FollowUpId::derive(contact, encounter));
        let other = EncounterId::from_uuid(Uuid::from_u128(3));
        assert_ne!(FollowUpId::derive(contact, encounter), FollowUpId::derive(contact, other));
    }
}
