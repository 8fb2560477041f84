import type { PdfFile } from "../reader/file.ts";
import type { Page } from "../reader/pages.ts";
import { Machine } from "./machine.ts";
import { operators } from "./operators.ts";
import { initialState, type Visitor } from "./state.ts";

/** Runs the content of a page and tells the visitor of all that it paints. */
export const interpret = (file: PdfFile, page: Page, visitor: Visitor): void => {
  if (!page.content) return visitor.fault("the content of the page cannot be read");
  new Machine(operators, file, visitor, page.resources, initialState, [], 0).run(page.content);
};
