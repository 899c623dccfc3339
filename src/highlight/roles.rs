//! The roles that parts of a program play, and the scopes that play them.

use std::{num::NonZeroU8, sync::LazyLock};

use syntect::parsing::Scope;

/// A role: its class in pages, and the scopes (TextMate naming) that have it. The first
/// scope gives the colour of the role in a theme.
pub struct Role {
    pub class: &'static str,
    pub scopes: &'static [&'static str],
}

pub const ROLES: &[Role] = &[
    Role { class: "hl-com", scopes: &["comment"] },
    Role { class: "hl-str", scopes: &["string", "constant.character", "markup.raw"] },
    Role { class: "hl-num", scopes: &["constant.numeric", "constant.language", "constant.other"] },
    Role { class: "hl-kw", scopes: &["keyword.control", "storage", "keyword.other", "keyword"] },
    Role {
        class: "hl-op",
        scopes: &[
            "keyword.operator",
            "punctuation.definition.table",
            "punctuation.separator.key-value",
            "punctuation.definition.key-value",
        ],
    },
    Role {
        class: "hl-fn",
        scopes: &[
            "entity.name.function",
            "support.function",
            "variable.function",
            "meta.function-call.identifier",
        ],
    },
    Role {
        class: "hl-type",
        scopes: &[
            "entity.name.type",
            "entity.name.class",
            "support.type",
            "support.class",
            "entity.name.struct",
            "entity.name.enum",
            "entity.name.trait",
        ],
    },
    Role {
        class: "hl-tag",
        scopes: &["entity.name.tag", "entity.name.table", "entity.name.section", "markup.heading"],
    },
    Role {
        class: "hl-attr",
        scopes: &[
            "entity.other.attribute-name",
            "meta.mapping.key",
            "support.type.property-name",
            "entity.name.tag.yaml",
            "entity.name.tag.toml",
            "variable.other.member",
        ],
    },
    Role {
        class: "hl-var",
        scopes: &["variable.parameter", "variable.other.readwrite", "variable.language"],
    },
    Role { class: "hl-ins", scopes: &["markup.inserted"] },
    Role { class: "hl-del", scopes: &["markup.deleted"] },
];

/// Names one of [`ROLES`] in a single byte, because the cache holds the roles of much code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoleId(NonZeroU8);

impl RoleId {
    /// Returns the role at `place` in [`ROLES`].
    fn at(place: usize) -> Option<RoleId> {
        Some(RoleId(NonZeroU8::new(u8::try_from(place + 1).ok()?)?))
    }

    /// Returns the class of its parts in pages.
    pub fn class(self) -> &'static str {
        ROLES[usize::from(self.0.get()) - 1].class
    }
}

static SCOPES: LazyLock<Vec<(Scope, RoleId)>> = LazyLock::new(|| {
    let roles =
        ROLES.iter().enumerate().filter_map(|(place, role)| Some((RoleId::at(place)?, role)));
    let scopes = roles.flat_map(|(id, role)| role.scopes.iter().map(move |scope| (scope, id)));
    let mut scopes: Vec<_> =
        scopes.filter_map(|(scope, id)| Some((Scope::new(scope).ok()?, id))).collect();
    // The most specific scope first, so that the first match is the best.
    scopes.sort_by_key(|(scope, _)| std::cmp::Reverse(scope.len()));
    scopes
});

/// Returns the role that one scope plays, if any.
pub fn role_of(scope: Scope) -> Option<RoleId> {
    SCOPES.iter().find(|(prefix, _)| prefix.is_prefix_of(scope)).map(|(_, role)| *role)
}
