import type { Finding, Report } from "../model/finding.ts";
import type { Place } from "../model/place.ts";
import {
  checksumsFile,
  type Release,
  releaseFile,
  releaseName,
  releaseSchema,
  releaseVersion,
} from "../model/release.ts";
import type { RuleName } from "../model/rules/index.ts";
import { type Files, openFiles } from "./files.ts";

/** Where the releases of an issue stand. */
export const releasesFolder = (issue: string): string => `output/${issue}`;

const fault = (place: Place, rule: RuleName, message: string, hint?: string): Finding => ({
  severity: "error",
  rule,
  message,
  place,
  ...(hint !== undefined && { hint }),
});

const startOf = (file: string): Place => ({ file, line: 1, column: 1 });

/** The checksums of a release by file; `undefined` for a line that is none. */
const readChecksums = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text.split("\n").flatMap((line) => {
      const [, sha256, name] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
      return sha256 && name ? [[name, sha256] as const] : [];
    }),
  );

const parse = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
};

/** Reports `release-version`, `release-broken`. */
const releaseOf = (bytes: Uint8Array, file: string, report: Report): Release | undefined => {
  const value = parse(bytes) as { readonly version?: unknown; readonly tool?: unknown } | undefined;
  const broken = (message: string): undefined =>
    void report(fault(startOf(file), "release-broken", message, "take the folder back from where releases are kept"));
  if (typeof value !== "object" || value === null) return broken(`${file} is no JSON`);
  const { version, tool } = value;
  if (typeof version === "number" && version > releaseVersion) {
    const message = `${file} is of version ${version}, made by whitepaper ${tool}; versions up to ${releaseVersion} are read here`;
    return void report(fault(startOf(file), "release-version", message, "use a later whitepaper"));
  }
  const read = releaseSchema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  return broken(`${file} is no release: ${issue?.path.join(".")}: ${issue?.message}`);
};

/** The releases of one issue, read only when they are asked for. */
export type Releases = {
  readonly issue: string;
  /** Their names, in the order of the alphabet. */
  readonly names: readonly string[];
  /** The bytes of its release.json. */
  readonly head: (name: string) => Promise<Uint8Array | undefined>;
  /** What a release says of itself; `undefined` after a finding. */
  readonly read: (name: string) => Promise<Release | undefined>;
  /** Whether every file of a release is as it was released. Reports `release-edited`. */
  readonly verify: (release: Release) => Promise<boolean>;
  /** A file of a release. */
  readonly file: (release: Release, name: string) => Promise<Uint8Array | undefined>;
  /** SHA-256 of what was read, by path. */
  readonly sha256: (path: string) => string | undefined;
};

const namesIn = async (files: Files, folder: string): Promise<readonly string[]> => {
  const names: string[] = [];
  for (const name of await files.names(folder))
    if (releaseName.test(name) && (await files.names(`${folder}/${name}`)).includes(releaseFile)) names.push(name);
  return names;
};

/** Opens the releases of an issue. Reports what reading a file does. */
export const openReleases = async (root: string, issue: string, report: Report): Promise<Releases> => {
  const hashes = new Map<string, string>();
  const files = await openFiles(root, report, hashes);
  const folder = releasesFolder(issue);
  const bytesOf = (name: string, file: string) => files.bytes(`${folder}/${name}/${file}`);

  const read = async (name: string): Promise<Release | undefined> => {
    const path = `${folder}/${name}/${releaseFile}`;
    const [bytes, sums] = [await bytesOf(name, releaseFile), await bytesOf(name, checksumsFile)];
    if (!bytes || !sums) return undefined;
    if (readChecksums(new TextDecoder().decode(sums)).get(releaseFile) !== hashes.get(path)) {
      const message = `${path} is not as it was released`;
      return void report(fault(startOf(path), "release-edited", message, "take it back from where releases are kept"));
    }
    const release = releaseOf(bytes, path, report);
    if (!release || (release.name === name && release.issue === issue)) return release;
    const message = `${path} is release ${release.name} of ${release.issue}`;
    return void report(fault(startOf(path), "release-broken", message, "put it where it belongs"));
  };

  return {
    issue,
    names: await namesIn(files, folder),
    head: (name) => bytesOf(name, releaseFile),
    read,
    verify: async ({ name, files: listed }) => {
      let sound = true;
      const edited = (file: string, message: string): void => {
        sound = false;
        const hint = "take it back from where releases are kept; what is to change goes into a new release";
        report(fault(startOf(`${folder}/${name}/${file}`), "release-edited", message, hint));
      };
      for (const { name: file, sha256 } of listed) {
        const bytes = await bytesOf(name, file);
        if (!bytes) sound = false;
        else if (hashes.get(`${folder}/${name}/${file}`) !== sha256)
          edited(file, `${file} was changed since release ${name}`);
      }
      const known = new Set([...listed.map(({ name: file }) => file), releaseFile, checksumsFile]);
      for (const file of await allNames(files, `${folder}/${name}`))
        if (!known.has(file)) edited(file, `${file} is no part of release ${name}`);
      return sound;
    },
    file: ({ name }, file) => bytesOf(name, file),
    sha256: (path) => hashes.get(path),
  };
};

/** Files of a folder and of the folders in it, one level down. */
const allNames = async (files: Files, folder: string): Promise<readonly string[]> => {
  const all: string[] = [];
  for (const name of await files.names(folder)) {
    const inside = await files.names(`${folder}/${name}`);
    if (inside.length === 0) all.push(name);
    else all.push(...inside.map((inner) => `${name}/${inner}`));
  }
  return all;
};

/** The release that one follows, which stands in its first lines; a whole history is not read for it. */
const followedBy = (bytes: Uint8Array): string | undefined =>
  /"follows":\s*"([^"]*)"/.exec(new TextDecoder().decode(bytes.subarray(0, 2000)))?.[1];

/** The release that no other follows; none where there are no releases. Reports `release-fork` and what `read` does. */
export const latestRelease = async (releases: Releases, report: Report): Promise<Release | undefined> => {
  const { names, head, read } = releases;
  const followed = new Set<string | undefined>();
  for (const name of names) {
    const bytes = await head(name);
    if (bytes) followed.add(followedBy(bytes));
  }
  const [latest, other] = names.filter((name) => !followed.has(name));
  if (latest !== undefined && other !== undefined) {
    const message = `the releases ${latest} and ${other} are both followed by none`;
    const place = startOf(`${releasesFolder(releases.issue)}/${other}/${releaseFile}`);
    report(fault(place, "release-fork", message, "keep the one that was published, and take the other away"));
    return undefined;
  }
  return latest === undefined ? undefined : read(latest);
};
