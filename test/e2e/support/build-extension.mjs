import { build } from '../../../build.mjs';

/** The extension as it is released, made once before the stories. */
export default async function buildExtension() {
  await build();
}
