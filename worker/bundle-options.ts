import path from 'node:path';

/** What the workflows are bundled from, with the folder of the sources given; the tests bundle the same. */
export function bundleOptions(root: string) {
  const workflowsPath = path.join(root, 'workflows/index.ts');
  return {
    workflowsPath,
    failureConverterPath: path.join(root, 'platform/failure-converter.ts'),
    // No module keeps state of a run: set up and frozen once for all, they cost no case 8 ms and the memory of its own copies.
    preloadModules: [workflowsPath],
  };
}
