export const bareText = (text: string): string => text.replace(/[\s|]+/g, "");

/** The words of a running head without the page number that it may carry. */
export const wordingOf = (text: string): string => bareText(text).replace(/^[\divxlc]+(?![a-z])|[\divxlc]+$/g, "");

/** Nothing but a page number, as it is printed in any language: 12, – 12 –, xii, 第12页, Page 12 of 30. */
export const isFolio = (text: string): boolean =>
  /^[-–—·.|\s]*(?:\p{L}{1,4}\s?)?(?:\d{1,4}|[ivxlcdm]{1,7})(?:\s?(?:\p{L}{1,2}|[/|])\s?(?:\d{1,4})?)?[-–—·.|\s]*$/iu.test(
    text,
  ) && bareText(text).length <= 14;
