//! All integration tests in one binary. Each module tests a feature.

mod support;

mod architecture;
mod beginning;
mod check;
mod collections;
mod data;
mod diagrams;
mod drawn_diagrams;
mod external;
mod fuzz;
mod generated_files;
mod hints;
mod history;
mod ids;
mod incremental;
mod interactive;
mod markdown;
mod markup;
mod nginx;
mod policy;
mod problems;
mod properties;
mod publishing;
mod reference;
mod release;
mod renaming;
mod rendering;
mod reviews;
mod search;
mod serve;
mod subject;
mod tools;
mod translating;
mod translations;
