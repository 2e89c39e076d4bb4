// Tells the maps on the page where the student's digit has settled since they were sent.

export default function ({ data }) {
  document.dispatchEvent(new CustomEvent("atlas-own-moved", { detail: data }));
}
