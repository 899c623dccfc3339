//! Files beside pages that a browser or a server would run. The files that belong beside a page
//! are pictures, recordings and documents; scripts, pages and programs are published from
//! `static/`, on purpose.

/// The program that would run a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileRunner {
    Browser,
    Server,
}

impl FileRunner {
    /// Returns the name of its hint in the catalogs.
    pub const fn hint(self) -> &'static str {
        match self {
            FileRunner::Browser => "hint",
            FileRunner::Server => "server",
        }
    }
}

/// Endings of pages, scripts, styles and programs, and of documents in XML, which may contain
/// pages.
#[rustfmt::skip]
const OF_BROWSERS: &[&str] = &[
    "htm", "html", "xht", "xhtm", "xhtml", "dhtml", "mht", "mhtml", "maff", "webarchive", "hta", "htc",
    "js", "mjs", "cjs", "jsx", "ts", "tsx", "mts", "cts", "es", "es6", "ecma", "vbs", "wasm", "swf",
    "jar", "class", "jnlp", "xap", "appcache", "webmanifest", "manifest",
    "css", "xsl", "xslt", "xml", "xsd", "xbl", "xul", "dtd", "ent", "mathml", "mml", "rdf", "rss",
    "atom", "opml", "owl", "kml", "gpx", "dae", "xspf", "wsdl", "svgz",
];

/// Endings that Debian's table, Apache's or mime-db gives to types of XML, as far as `mime_guess` gives
/// them another type or none.
#[rustfmt::skip]
const OF_XML: &[&str] = &[
    "1km", "aml", "apxml", "atomdeleted", "atomsrv", "bdo", "bmml", "ccmp", "cdfx", "cellml", "cl", "clue",
    "cml", "cpl", "dcmp", "ddf", "dist", "distz", "dwd", "emotionml", "fdt", "fo", "gsheet", "held", "its",
    "lbe", "lgr", "lostsyncxml", "maei", "moml", "mpf", "mpkg", "musd", "obgx", "odd", "osfpvg", "osm", "pkg",
    "pls", "provx", "rapd", "relo", "rfcxml", "rl", "rs", "rsat", "rsheet", "rusd", "scl", "scxml", "senmlx",
    "sensmlx", "sls", "smi", "sml", "stpx", "swidtag", "td", "ttml", "uis", "uo", "wif", "xav", "xca", "xcs",
    "xdcf", "xel", "xmls", "xns",
];

/// Endings of files that servers run or take settings from.
#[rustfmt::skip]
const OF_SERVERS: &[&str] = &[
    "inc", "asa", "asax", "ascx", "ashx", "asmx", "axd", "cer", "cdx", "config", "cshtm", "cshtml",
    "vbhtm", "vbhtml", "stm", "jspf", "jsw", "jsv", "jhtml", "do", "action", "cfm", "cfml", "cfc", "dbm",
    "fpl", "pl", "pm", "py", "pyc", "pyo", "rb", "rhtml", "erb", "lua", "tcl", "sh", "bash", "htaccess",
    "htpasswd", "htgroup", "var", "asis", "fcg", "wsgi", "exe", "dll", "so", "bat", "cmd", "ps1",
];

/// Endings that servers act on even if another ending follows: `a.php.png`.
#[rustfmt::skip]
const ANYWHERE: &[&str] = &[
    "php", "php3", "php4", "php5", "php6", "php7", "php8", "phps", "phpt", "pht", "phtm", "phtml",
    "phar", "cgi", "fcgi", "asp", "aspx", "jsp", "jspx", "shtm", "shtml",
];

/// Names of files that hosts take settings from, whatever their ending.
const CONTROLS: [&str; 6] =
    ["_headers", "_redirects", "_worker.js", "_routes.json", "web.config", "cname"];

/// Endings that every server knows and sends as what they are, whatever stands before them.
#[rustfmt::skip]
const KNOWN: &[&str] = &[
    "png", "jpg", "jpeg", "gif", "webp", "avif", "bmp", "ico", "tif", "tiff",
    "mp3", "mp4", "m4a", "m4v", "mov", "mpg", "mpeg", "ogg", "oga", "ogv", "wav", "flac", "webm", "avi",
    "pdf", "txt", "csv", "json", "ics", "rtf", "epub", "zip", "tar", "hwp",
    "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "otf", "ttf", "woff", "woff2",
];

/// Endings of compression formats, which servers and browsers undo.
const PACKED: [&str; 7] = ["gz", "br", "zst", "z", "bz2", "xz", "deflate"];

/// Returns the program that would run a file of this name. Servers ignore endings for languages and
/// compression (`a.html.en`, `a.js.gz`), and those that name no type (`a.html.koi8-r`; Apache's mod_mime).
pub fn runner(name: &str) -> Option<FileRunner> {
    let written = name.to_lowercase();
    // Windows removes dots and spaces at the end.
    let name = written.trim_end_matches(['.', ' ']);
    if CONTROLS.contains(&name) {
        return Some(FileRunner::Server);
    }
    // Old servers of Microsoft read no further than a semicolon: `a.asp;.png`.
    let parts: Vec<&str> = name.split(['.', ';']).skip(1).map(str::trim).collect();
    if parts.iter().any(|part| ANYWHERE.contains(part)) {
        return Some(FileRunner::Server);
    }
    let typed = parts.iter().copied().filter(|part| !PACKED.contains(part) && !is_language(part));
    // Servers differ in the endings that they know.
    let is_sure = |part: &&str| KNOWN.contains(part) || is_active(part);
    if typed.clone().rfind(is_sure).is_some_and(is_active) {
        // Drawings are checked as what they are, but only where their name says it.
        return (!written.ends_with(".svg")).then_some(FileRunner::Browser);
    }
    let is_known =
        |part: &&str| OF_SERVERS.contains(part) || !mime_guess::from_ext(part).is_empty();
    typed.rev().find(is_known).filter(|last| OF_SERVERS.contains(last)).map(|_| FileRunner::Server)
}

/// Returns whether a browser runs what files with this ending contain.
fn is_active(ending: &str) -> bool {
    ending == "svg" || OF_BROWSERS.contains(&ending) || is_xml(ending)
}

/// Returns whether servers send files with this ending as XML or HTML, in which a browser runs
/// scripts.
fn is_xml(ending: &str) -> bool {
    OF_XML.contains(&ending)
        || mime_guess::from_ext(ending).iter().any(|mime| {
            let kind = mime.suffix().unwrap_or_else(|| mime.subtype());
            kind == "xml" || kind == "html"
        })
}

/// Returns whether `part` is an ending for a language or an encoding: `en`, `ko`, `en-us`,
/// `utf-8`.
fn is_language(part: &str) -> bool {
    let (language, region) = part.split_once(['-', '_']).unwrap_or((part, ""));
    let is_short = |text: &str| text.len() == 2 && text.bytes().all(|b| b.is_ascii_lowercase());
    // These are also the endings of scripts and programs.
    let is_script = [OF_BROWSERS, OF_XML, OF_SERVERS].iter().any(|list| list.contains(&part));
    part == "utf8"
        || language == "utf"
        || is_short(language) && !is_script && (region.is_empty() || is_short(region))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn active_files_are_recognised_by_their_names() {
        use FileRunner::{Browser, Server};
        for name in [
            "a.html",
            "A.XHTML",
            "a.min.js",
            "a.MJS",
            "a.css",
            "a.wasm",
            "a.xml",
            "a.svgz",
            "a.html.en",
            "a.html.en-us",
            "a.html.koi8-r",
            "a.html.iso-8859-1",
            "a.html.ltz",
            "a.js.final",
            "a.js.gz",
            "a.html.",
            "a.svg.ko",
            "a.SVG.gz",
            "a.svg.",
            "a.html ",
            "a.css.br",
            "a.smil",
            "a.xaml",
            "a.gml",
            "a.rng",
            "a.ncx",
            "a.smi",
            "a.ttml",
            "a.rs",
            "a.fo",
            "a.gsheet",
            "a.rl",
            "a.html.log",
            "a.html.map",
            "a.xml.dat",
            "a.svg.raw",
        ] {
            assert_eq!(runner(name), Some(Browser), "{name:?}");
        }
        for name in [
            "a.php",
            "a.php.png",
            "a.asp;.png",
            "a.PHTML",
            "a.cgi",
            "a.jsp",
            "x.htaccess",
            "_headers",
            "_Redirects",
            "web.config",
            "_worker.js",
            "CNAME",
            "a.shtml",
        ] {
            assert_eq!(runner(name), Some(Server), "{name:?}");
        }
        for name in [
            "a.png",
            "a.svg",
            "a.pdf",
            "node.js.png",
            "a.html.pdf",
            "a.csv",
            "a.json",
            "html",
            "css.tar.gz",
            "to.do.pdf",
            "9.30.pm.png",
            "그림.pl.png",
            "a.docx",
            "a.mp4",
            "a.vtt",
            "a.txt",
            "한글.hwp",
            "",
        ] {
            assert_eq!(runner(name), None, "{name:?}");
        }
    }
}
