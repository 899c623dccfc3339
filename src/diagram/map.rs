//! The background of a ranking's map: a matrix whose markers are links. A page draws the
//! markers and a script moves them.

use super::{
    kind::Arrangement,
    kinds::matrix::{Axis, LARGE, Matrix, MatrixItem, axes_below, axis_above, ground, places},
    layout::{Rect, Scene},
    svg::{self, DrawingNames},
};
use crate::markup::Markup;

/// The position of a ranked item on both axes, from 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RankedPoint {
    pub x: u8,
    pub y: u8,
}

/// A map with its axes and the positions of its dots.
pub struct MapDrawing {
    /// The drawing without its dots.
    pub svg: String,
    pub width: i32,
    pub height: i32,
    /// The upper left corner of the square that the dots stand in, and the length of its sides.
    pub plot: [i32; 3],
    /// The least distance between two dots.
    pub apart: i32,
    pub dots: Vec<(i32, i32)>,
}

/// Draws the background of a map for `points`, in the order of the ranking.
pub fn draw_map(x: Axis, y: Axis, points: &[RankedPoint], names: &DrawingNames) -> MapDrawing {
    const APART: i32 = 2 * LARGE + 6;
    let item = |point: &RankedPoint| MatrixItem { x: point.x, y: point.y, ..MatrixItem::default() };
    let items = points.iter().map(item).collect();
    let matrix = Matrix { x, y, items, ..Matrix::default() };
    let mut scene = Scene::new(Arrangement::Narrow.width());
    let side = scene.width;
    let plot = Rect::new(0, axis_above(&mut scene, &matrix.y) + 8, side, side);
    ground(&mut scene, plot);
    scene.height = axes_below(&mut scene, &matrix, plot);
    let dots = places(&matrix.items, plot, APART).iter().map(|dot| (dot.x, dot.y)).collect();
    let mut markup = Markup::with_capacity(4 * 1024);
    svg::inline(&mut markup, &scene, names);
    let (width, height) = (scene.width, scene.height + 2 * svg::MARGIN);
    let plot = [plot.x, plot.y, side];
    MapDrawing { svg: markup.finish(), width, height, plot, apart: APART, dots }
}
