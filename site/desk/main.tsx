import { render } from "preact";
import { Desk } from "./desk.tsx";
import { keepPlace } from "./keep-place.ts";

const mount = document.getElementById("desk");
if (mount) {
  keepPlace(mount);
  render(<Desk />, mount);
}
