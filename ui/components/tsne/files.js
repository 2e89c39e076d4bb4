// What can be taken home: the map as a picture, the places as a table.

function savePicture(canvas, colours, caption, name) {
  const margin = Math.round(canvas.width / 20);
  const sheet = Object.assign(document.createElement("canvas"), {
    width: canvas.width + 2 * margin,
    height: canvas.height + 3 * margin,
  });
  const context = sheet.getContext("2d");
  context.fillStyle = css(colours.paper);
  context.fillRect(0, 0, sheet.width, sheet.height);
  context.drawImage(canvas, margin, margin);
  context.fillStyle = css(colours.ink);
  context.font = `${Math.round(canvas.width / 42)}px sans-serif`;
  context.fillText(caption, margin, sheet.height - margin, canvas.width);
  sheet.toBlob((blob) => save(blob, `${name}.png`), "image/png");
}

function saveTable({ places, labels }, names, name) {
  const lines = ["row,class,x,y"];
  for (let row = 0; row < places.length / 2; row += 1) {
    lines.push([row, labels ? names[labels[row]] : "", places[2 * row], places[2 * row + 1]].join());
  }
  save(new Blob([`${lines.join("\n")}\n`], { type: "text/csv" }), `${name}.csv`);
}

function save(blob, download) {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
