import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    dir: "test",
    include: ["**/*.test.ts"],
    globalSetup: ["test/setup/dist.ts", "test/setup/scratch.ts"],
    // Every core, where Vitest leaves one free, and one set of modules for each of them: the files share what they load, and
    // the faces and documents that were read. So no test mocks a module; what a test changes, it puts back.
    maxWorkers: availableParallelism(),
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    reporters: ["default"],
  },
});
