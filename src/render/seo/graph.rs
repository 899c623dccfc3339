//! The description of each page in the vocabulary of schema.org (JSON-LD).
//!
//! It uses the most specific types that fit: guides, checklists, rankings and releases with a
//! date are articles, pages without a date are plain pages. The list on a page is its main
//! entity.

use jiff::civil::Date;

use super::{
    preview_link::PreviewLink,
    schema::{
        Article, Audience, BreadcrumbItem, BreadcrumbList, EntryPoint, Graph, ImageObject,
        ItemList, ListItem, Node, ORDERED, Organization, Ref, SearchAction, TranslationLinks,
        UNORDERED, Version, WebPage, WebSite, Work,
    },
    subject::Subject,
};
use crate::{
    model::{Collection, GeneratedFile, Kind, KindFields, Lang, Page, Site, SiteIcon, UrlPath},
    render::{body, context::Context, meta::PageMeta, ranking_table::ranked},
};

/// Returns the block in a form that can stand inside `<script>`.
pub fn block(
    context: &Context,
    subject: Subject,
    meta: &PageMeta,
    preview: Option<&PreviewLink>,
) -> String {
    let about = About { context, meta, preview };
    let nodes = match subject {
        Subject::Page(page) => about.page(page),
        Subject::Home(lang) => vec![about.publisher(), about.website(&[lang])],
        Subject::Collection(collection) => about.collection(collection),
        Subject::Entry => vec![about.publisher(), about.website(&Lang::ALL)],
    };
    let graph = Graph { context: "https://schema.org", nodes };
    // `<` occurs only inside strings; escaped, it cannot end the element.
    serde_json::to_string(&graph).unwrap_or_default().replace('<', "\\u003c")
}

struct About<'c, 'a> {
    context: &'c Context<'a>,
    meta: &'c PageMeta<'a>,
    preview: Option<&'c PreviewLink>,
}

impl<'c> About<'c, '_> {
    fn page(&self, page: &'c Page) -> Vec<Node<'c>> {
        let mut nodes = vec![self.publisher(), self.website(&[page.lang()])];
        let list = self.list(page);
        let main = list.as_ref().map(|list| Ref::to(&*list.id));
        nodes.push(match page.published() {
            Some(published) => self.article(page, published, main),
            None => Node::WebPage(self.web_page(
                main,
                page.updated(),
                page_translation(self.context, page),
            )),
        });
        nodes.extend(list.map(Node::ItemList));
        nodes.push(self.breadcrumb());
        nodes
    }

    fn collection(&self, collection: &'c Collection) -> Vec<Node<'c>> {
        let pages = collection.pages.iter().map(|id| self.context.site.page(*id));
        let days = pages.clone().filter_map(|page| page.updated().or(page.published()));
        let items =
            pages.map(|page| (page.title().to_owned(), Some(self.context.absolute(&page.url))));
        let list = self.item_list(items, ORDERED);
        let main = Some(Ref::to(&*list.id));
        let page = self.web_page(main, days.max(), TranslationLinks::default());
        vec![
            self.publisher(),
            self.website(&[collection.lang]),
            Node::CollectionPage(page),
            Node::ItemList(list),
            self.breadcrumb(),
        ]
    }

    fn publisher(&self) -> Node<'c> {
        let settings = &self.context.site.settings;
        let lang = self.meta.lang;
        let home = || self.context.absolute(&UrlPath::home(lang));
        let (name, url) = match &settings.publisher {
            Some(one) => (one.name.get(lang).as_str(), one.url.clone().unwrap_or_else(home)),
            None => (settings.title(lang), home()),
        };
        let size = SiteIcon::Large.size();
        let logo = self.context.absolute(&GeneratedFile::Icon(SiteIcon::Large).url());
        let logo = ImageObject { url: logo, width: size, height: size };
        Node::Organization(Organization { id: self.publisher_id(), name, url, logo })
    }

    fn publisher_id(&self) -> String {
        self.context.absolute(&UrlPath::new("/")) + "#publisher"
    }

    fn website_id(&self, lang: Lang) -> String {
        self.context.absolute(&UrlPath::home(lang)) + "#website"
    }

    /// Returns the site in one language or in both.
    fn website(&self, langs: &[Lang]) -> Node<'c> {
        let settings = &self.context.site.settings;
        let lang = self.meta.lang;
        let (id, url) = match langs {
            [one] => (self.website_id(*one), self.context.absolute(&UrlPath::home(*one))),
            _ => {
                let root = self.context.absolute(&UrlPath::new("/"));
                (root.clone() + "#website", root)
            }
        };
        Node::WebSite(WebSite {
            id,
            name: settings.title(lang),
            alternate_name: (langs.len() > 1).then(|| settings.title(lang.other())),
            url,
            description: settings.description(lang),
            in_language: langs.iter().map(|lang| lang.code()).collect(),
            publisher: Ref::to(self.publisher_id()),
            potential_action: settings.search.enabled.then(|| self.search_action(lang)),
        })
    }

    fn search_action(&self, lang: Lang) -> SearchAction {
        let page = self.context.absolute(&Site::search_url(lang));
        SearchAction {
            target: EntryPoint { url_template: page + "?q={search_term_string}" },
            query_input: "required name=search_term_string",
        }
    }

    fn image(&self) -> Option<ImageObject> {
        let preview = self.preview?;
        Some(ImageObject {
            url: preview.href.clone(),
            width: preview.width,
            height: preview.height,
        })
    }

    fn web_page(
        &self,
        main_entity: Option<Ref>,
        modified: Option<Date>,
        translation: TranslationLinks,
    ) -> WebPage<'c> {
        WebPage {
            id: self.meta.canonical.clone(),
            url: &self.meta.canonical,
            name: self.meta.title,
            description: self.meta.description,
            in_language: self.meta.lang.code(),
            is_part_of: Ref::to(self.website_id(self.meta.lang)),
            breadcrumb: Some(Ref::to(self.breadcrumb_id())),
            primary_image_of_page: self.image(),
            main_entity,
            date_modified: modified.map(|day| day.to_string()),
            translation,
        }
    }

    fn article(&self, page: &'c Page, published: Date, main_entity: Option<Ref>) -> Node<'c> {
        let section = self.context.site.settings.topic_label(page);
        let modified = page.updated().unwrap_or(published).max(published);
        Node::Article(Box::new(Article {
            id: article_id(self.context, page),
            headline: page.title(),
            description: self.meta.description,
            in_language: page.lang().code(),
            date_published: published.to_string(),
            date_modified: modified.to_string(),
            image: self.image(),
            author: Ref::to(self.publisher_id()),
            publisher: Ref::to(self.publisher_id()),
            is_part_of: Ref::to(self.website_id(page.lang())),
            main_entity_of_page: &self.meta.canonical,
            article_section: section,
            audience: self.audience(page),
            main_entity,
            about: self.version(page),
            word_count: page.document.word_count,
            translation: article_translation(self.context, page),
        }))
    }

    fn audience(&self, page: &Page) -> Vec<Audience<'c>> {
        let titles = page.references.audience.iter().map(|id| self.context.site.page(*id).title());
        titles.map(|audience_type| Audience { audience_type }).collect()
    }

    fn version(&self, page: &'c Page) -> Option<Version<'c>> {
        let name = self.context.site.settings.title(page.lang());
        page.version().map(|version| Version { name, version: &version.tag })
    }

    /// Returns the list on a page, which is its main entity.
    fn list(&self, page: &'c Page) -> Option<ItemList<'c>> {
        if let KindFields::Ranking(ranking) = &page.front().fields {
            let ranked = ranked(self.context, page, ranking);
            let origin = &self.context.site.settings.base_url.origin;
            let items = ranked.into_iter().map(|(label, href)| {
                (label.to_owned(), href.map(|href| [origin.as_str(), &href].concat()))
            });
            return Some(self.item_list(items, ORDERED));
        }
        let list = if page.kind() == Kind::Checklist {
            let tasks = body::tasks(self.context, page);
            let tasks = tasks.into_iter().filter(|task| !task.is_empty());
            self.item_list(tasks.map(|task| (task, None)), UNORDERED)
        } else {
            let path = page.references.path.iter().map(|id| self.context.site.page(*id));
            let items =
                path.map(|page| (page.title().to_owned(), Some(self.context.absolute(&page.url))));
            self.item_list(items, ORDERED)
        };
        (list.number_of_items > 0).then_some(list)
    }

    fn item_list(
        &self,
        items: impl Iterator<Item = (String, Option<String>)>,
        order: &'static str,
    ) -> ItemList<'c> {
        let items: Vec<ListItem> = items
            .enumerate()
            .map(|(at, (name, url))| ListItem { position: at + 1, name, url })
            .collect();
        ItemList {
            id: [&self.meta.canonical, "#list"].concat(),
            name: self.meta.title,
            number_of_items: items.len(),
            item_list_order: order,
            item_list_element: items,
        }
    }

    fn breadcrumb_id(&self) -> String {
        [&self.meta.canonical, "#breadcrumb"].concat()
    }

    /// Returns the breadcrumb as it is shown. It begins with the site's name: Naver rejects
    /// labels that could be of any site.
    fn breadcrumb(&self) -> Node<'c> {
        let origin = &self.context.site.settings.base_url.origin;
        let trail = self.meta.breadcrumb.iter();
        let trail = trail.map(|step| (step.text, [origin.as_str(), &step.href].concat()));
        let own = (self.meta.title, self.meta.canonical.clone());
        let steps = trail.chain([own]).enumerate();
        let steps = steps.map(|(at, (name, item))| BreadcrumbItem { position: at + 1, name, item });
        Node::BreadcrumbList(BreadcrumbList {
            id: self.breadcrumb_id(),
            item_list_element: steps.collect(),
        })
    }
}

fn article_id(context: &Context, page: &Page) -> String {
    context.absolute(&page.url) + "#article"
}

fn article_translation(context: &Context, page: &Page) -> TranslationLinks {
    translation(context, page, |other| article_id(context, other))
}

fn page_translation(context: &Context, page: &Page) -> TranslationLinks {
    translation(context, page, |other| context.absolute(&other.url))
}

/// Returns the links between `page` and its version in the other language.
fn translation(context: &Context, page: &Page, id: impl Fn(&Page) -> String) -> TranslationLinks {
    let other = page.translation.map(|other| context.site.page(other));
    let work = other.map(|other| Work {
        id: id(other),
        url: context.absolute(&other.url),
        in_language: other.lang().code(),
    });
    match page.original.place.lang == page.lang() {
        true => TranslationLinks { work_translation: work, translation_of_work: None },
        false => TranslationLinks { work_translation: None, translation_of_work: work },
    }
}
