// Earlier maps as small pictures, with what they were made with under each: at most six, side by side.

const MOST = 6;
const USUAL = { exaggeration: 12, rate: "auto", start: "PCA" };

/** Put a map at the end of the list; one made in just the same way makes room for it, else the oldest does. */
function remember(list, map) {
  const words = describe(map).join();
  const others = list.filter((other) => describe(other).join() !== words);
  return [...others, map].slice(-MOST);
}

/** Say in a few short lines how a map was made. */
function describe({ settings, title, places }) {
  const { perplexity, seed, noise } = settings;
  const unusual = { exaggeration: "exaggeration", rate: "rate", start: "start" };
  const more = Object.keys(USUAL).filter((key) => settings[key] !== USUAL[key]);
  return [
    `Perplexity ${perplexity}`,
    noise ? "pure noise" : title,
    `${(places.length / 2).toLocaleString("en")} ${noise ? "points" : "codes"}, seed ${seed}`,
    ...more.map((key) => `${unusual[key]} ${settings[key]}`),
  ];
}

function showEarlier(row, list, colours) {
  while (row.children.length > list.length) row.lastChild.remove();
  while (row.children.length < list.length) row.append(makeEarlier(row.children.length));
  list.forEach((map, place) => {
    const figure = row.children[place];
    const [first, ...rest] = describe(map);
    const cost = `cost ${map.cost.toFixed(3)} after ${map.iteration}`;
    figure.querySelector("b").textContent = first;
    figure.querySelector("span").textContent = [...rest, cost].join("\n");
    const canvas = figure.querySelector("canvas");
    canvas.setAttribute("aria-label", `Earlier map: ${[first, ...rest, cost].join(", ")}`);
    paintMap(canvas, { ...map, labels: map.settings.noise ? null : map.labels, colours });
  });
}

function makeEarlier(place) {
  const figure = document.createElement("figure");
  figure.innerHTML = `<canvas role="img" data-testid="tsne-earlier-${place}"></canvas>
    <figcaption><b></b><span></span></figcaption>`;
  return figure;
}
