//! tmp
use giljabi::{
    load,
    model::SourceId,
    pipeline::{Kept, Options},
};
use std::{path::Path, time::Instant};
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
fn main() {
    let root = std::env::args().nth(1).unwrap();
    let t = Instant::now();
    let mut sources = load::load(Path::new(&root)).unwrap();
    eprintln!("load {:?}", t.elapsed());
    let mut kept = Kept::default();
    let t = Instant::now();
    let (p, _d) = kept.prepare(&sources, &Options::default());
    eprintln!("prepare {:?}", t.elapsed());
    let id = sources.find("content/guides/guide-77.en.md").unwrap();
    let mut old = p;
    for n in 0..6 {
        let t = Instant::now();
        let mut s2 = sources.clone();
        let mut b = s2.get(id).bytes.clone();
        b.extend_from_slice(format!("\n\nmore {n}\n").as_bytes());
        s2.replace(id, b);
        let a = t.elapsed();
        let (p, _d) = kept.prepare(&s2, &Options::default());
        eprintln!("edit: clone {a:?}, all {:?}", t.elapsed());
        let t = Instant::now();
        drop(std::mem::replace(&mut old, p));
        sources = s2;
        eprintln!("  drop {:?}", t.elapsed());
    }
    let id = sources.find("static/assets/site.css").unwrap_or(SourceId(0));
    let b = sources.get(id).bytes.clone();
    sources.replace(id, b);
    let t = Instant::now();
    kept.prepare(&sources, &Options::default());
    eprintln!("css edit {:?}", t.elapsed());
}
