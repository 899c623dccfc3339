// The map of a ranking, whose dots follow the weights. Computes the same as
// src/render/ranking_map.rs and places() in src/diagram/kinds/matrix/place.rs, in whole numbers.

import { all, find } from "./kit.js";

const numbers = (text) => text.split(",").map(Number);

/** The directions away from an occupied position, in the order in which the program tries them. */
const WAYS = [[0, 1], [1, 0], [0, -1], [-1, 0], [1, 1], [1, -1], [-1, -1], [-1, 1]];

function* around(x, y) {
  yield [x, y];
  for (let ring = 1; ring < 60; ring += 1) for (const [dx, dy] of WAYS) yield [x + dx * ring * 6, y + dy * ring * 6];
}

export class RankingMap {
  constructor(figure) {
    const { plot, x, y } = figure.dataset;
    [this.left, this.top, this.side, this.edge, this.apart] = numbers(plot);
    this.axes = [numbers(x), numbers(y)];
    this.of = (item) => all(`[data-item="${item.id}"]`, figure);
    this.names = find("ol", figure);
    this.rows = find("tbody", figure);
    // The legend shows the shape of each level; the dots use the same shapes.
    this.forms = all(".map-levels li", figure).map((level) => [level.className, find("path", level).getAttribute("d")]);
  }

  /** Returns how badly an item scores on an axis, from 0 to 100. */
  position({ scores }, criteria, weights) {
    const none = criteria.every((at) => weights[at] === 0);
    const weight = (at) => (none ? 1 : weights[at]);
    const sum = (part) => criteria.reduce((all, at) => all + part(at), 0);
    return Math.floor((25 * sum((at) => weight(at) * (5 - scores[at]))) / sum(weight));
  }

  /** Returns the positions of dots, at a distance from each other. */
  places(points) {
    const inner = this.side - 2 * this.edge;
    const [left, top] = [this.left + this.edge, this.top + this.edge];
    const taken = [];
    for (const [x, y] of points) {
      const wanted = [left + Math.floor((inner * x) / 100), top + Math.floor((inner * (100 - y)) / 100)];
      const within = ([x, y]) => x >= left && x <= left + inner && y >= top && y <= top + inner;
      const clear = ([x, y]) => taken.every(([a, b]) => (a - x) ** 2 + (b - y) ** 2 >= this.apart ** 2);
      taken.push([...around(...wanted)].find((place) => within(place) && clear(place)) ?? wanted);
    }
    return taken;
  }

  /** Moves the dots of `items`, which are in the order of the ranking. */
  show(items, weights) {
    const points = items.map((item) => this.axes.map((criteria) => this.position(item, criteria, weights)));
    const places = this.places(points);
    items.forEach((item, at) => {
      const [dot, name, row] = this.of(item);
      const [tone, form] = this.forms[item.level] ?? [];
      if (tone) {
        for (const element of [dot, name]) element.setAttribute("class", tone);
        find("path", dot).setAttribute("d", form);
      }
      dot.setAttribute("transform", `translate(${places[at].join(" ")})`);
      dot.setAttribute("aria-label", `${at + 1}. ${item.label}`);
      find("text", dot).textContent = at + 1;
      find("[data-part=place]", row).textContent = at + 1;
      all("td", row).forEach((cell, axis) => {
        cell.textContent = points[at][axis];
      });
      this.names.append(name);
      this.rows.append(row);
    });
  }
}
