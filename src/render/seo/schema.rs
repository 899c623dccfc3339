//! The types of schema.org that pages use, as Rust types, so that other properties cannot be
//! written by mistake.

use serde::Serialize;

/// The complete description of a page, in one block.
#[derive(Serialize)]
pub struct Graph<'a> {
    #[serde(rename = "@context")]
    pub context: &'static str,
    #[serde(rename = "@graph")]
    pub nodes: Vec<Node<'a>>,
}

/// One entity.
#[derive(Serialize)]
#[serde(tag = "@type")]
pub enum Node<'a> {
    Organization(Organization<'a>),
    WebSite(WebSite<'a>),
    WebPage(WebPage<'a>),
    CollectionPage(WebPage<'a>),
    Article(Box<Article<'a>>),
    BreadcrumbList(BreadcrumbList<'a>),
    ItemList(ItemList<'a>),
}

/// An entity that is described elsewhere, by its id.
#[derive(Clone, Serialize)]
pub struct Ref {
    #[serde(rename = "@id")]
    pub id: String,
}

impl Ref {
    pub fn to(id: impl Into<String>) -> Ref {
        Ref { id: id.into() }
    }
}

#[derive(Serialize)]
pub struct Organization<'a> {
    #[serde(rename = "@id")]
    pub id: String,
    pub name: &'a str,
    pub url: String,
    pub logo: ImageObject,
}

/// An image, with its absolute address and its size in pixels.
#[derive(Serialize)]
#[serde(tag = "@type")]
pub struct ImageObject {
    pub url: String,
    pub width: u32,
    pub height: u32,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WebSite<'a> {
    #[serde(rename = "@id")]
    pub id: String,
    pub name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alternate_name: Option<&'a str>,
    pub url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<&'a str>,
    pub in_language: Vec<&'static str>,
    pub publisher: Ref,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub potential_action: Option<SearchAction>,
}

/// The search of a site (schema.org's `SearchAction`).
#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct SearchAction {
    pub target: EntryPoint,
    #[serde(rename = "query-input")]
    pub query_input: &'static str,
}

/// An address with a placeholder for the query.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct EntryPoint {
    pub url_template: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WebPage<'a> {
    #[serde(rename = "@id")]
    pub id: String,
    pub url: &'a str,
    pub name: &'a str,
    pub description: &'a str,
    pub in_language: &'static str,
    pub is_part_of: Ref,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub breadcrumb: Option<Ref>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub primary_image_of_page: Option<ImageObject>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub main_entity: Option<Ref>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_modified: Option<String>,
    #[serde(flatten)]
    pub translation: TranslationLinks,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Article<'a> {
    #[serde(rename = "@id")]
    pub id: String,
    pub headline: &'a str,
    pub description: &'a str,
    pub in_language: &'static str,
    pub date_published: String,
    pub date_modified: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<ImageObject>,
    pub author: Ref,
    pub publisher: Ref,
    pub is_part_of: Ref,
    pub main_entity_of_page: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub article_section: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub audience: Vec<Audience<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub main_entity: Option<Ref>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<Version<'a>>,
    pub word_count: u32,
    #[serde(flatten)]
    pub translation: TranslationLinks,
}

/// The links between a work and its other language version.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TranslationLinks {
    /// On the work that was written first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub work_translation: Option<Work>,
    /// On the translation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub translation_of_work: Option<Work>,
}

/// A work that another page describes, by its name and address. It has the most general type,
/// because an article would need more properties.
#[derive(Serialize)]
#[serde(tag = "@type", rename = "CreativeWork", rename_all = "camelCase")]
pub struct Work {
    #[serde(rename = "@id")]
    pub id: String,
    pub url: String,
    pub in_language: &'static str,
}

#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct Audience<'a> {
    pub audience_type: &'a str,
}

/// A release of the guide: a work with a version.
#[derive(Serialize)]
#[serde(tag = "@type", rename = "CreativeWork")]
pub struct Version<'a> {
    pub name: &'a str,
    pub version: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BreadcrumbList<'a> {
    #[serde(rename = "@id")]
    pub id: String,
    pub item_list_element: Vec<BreadcrumbItem<'a>>,
}

/// A step of a breadcrumb. The last one is the page itself.
#[derive(Serialize)]
#[serde(tag = "@type", rename = "ListItem")]
pub struct BreadcrumbItem<'a> {
    pub position: usize,
    pub name: &'a str,
    pub item: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ItemList<'a> {
    #[serde(rename = "@id")]
    pub id: String,
    pub name: &'a str,
    pub number_of_items: usize,
    pub item_list_order: &'static str,
    pub item_list_element: Vec<ListItem>,
}

/// Positions have a meaning: the first item is the best, or the newest.
pub const ORDERED: &str = "https://schema.org/ItemListOrderAscending";
/// Positions have no meaning.
pub const UNORDERED: &str = "https://schema.org/ItemListUnordered";

#[derive(Serialize)]
#[serde(tag = "@type")]
pub struct ListItem {
    pub position: usize,
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}
