/** True in a build for developers (`node build.mjs --dev`). */
declare const __DEV__: boolean;
/** The version of package.json, where it is written once. */
declare const __VERSION__: string;
