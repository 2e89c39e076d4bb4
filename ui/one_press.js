// The browser's way back takes one press: what a page writes into the address by itself takes no step of its own there.
// This runs before all other scripts, as part of the page's HTML.

{
  const pushState = history.pushState.bind(history);
  let acted = false; // whether the visitor has done something since the last step
  let leaving = false; // whether that was a click on a link to another page

  const act = () => {
    acted = true;
    leaving = false;
  };
  const rest = () => {
    acted = leaving = false;
  };
  const click = (event) => {
    act();
    const link = event.composedPath().find((element) => element instanceof HTMLAnchorElement);
    leaving = link?.origin === location.origin && link.pathname !== location.pathname && !link.target;
  };
  for (const event of ["pointerdown", "keydown"]) addEventListener(event, act, { capture: true, passive: true });
  addEventListener("click", click, { capture: true });
  addEventListener("popstate", rest, { capture: true });

  history.pushState = (state, unused, address) => {
    const elsewhere = new URL(address ?? "", location.href).pathname !== location.pathname;
    if (leaving && !elsewhere) return; // belongs to the next page, whose step takes it along
    if (acted || elsewhere) pushState(state, unused, address);
    else history.replaceState(state, unused, address);
    rest();
  };
}
