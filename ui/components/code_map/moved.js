// Tells the maps on the page where the student's digit has settled since they were sent; again if they come later.

let told = null;

export default function ({ data }) {
  told = data;
  tell();
  document.addEventListener("atlas-asks", tell);
  return () => {
    told = null;
    document.removeEventListener("atlas-asks", tell);
  };
}

function tell() {
  if (told) document.dispatchEvent(new CustomEvent("atlas-own-moved", { detail: told }));
}
