/** esbuild bundles the style sheets a page imports into the page's own. */
declare module '*.css';
