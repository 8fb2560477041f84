import type { TextBlock } from "../../model/finished.ts";

/** Something that a reader should know of how a file was read; it stops nothing. */
export type Remark = { readonly rule: "alternative-lost" | "page-without-text"; readonly message: string };

/** What a file says, and how it could be read. */
export type ReadBlocks = { readonly blocks: readonly TextBlock[]; readonly remarks: readonly Remark[] };
