/** Not the names that most pages consist of, the most frequent first: for a quick list of the others. */
const OWN_ELEMENTS =
  ':not(div,span,p,a,td,li,b,i,tr,br,path,svg,img,ul,button,em,strong,input,label,option,script,h1,h2,h3,h4,form,link,meta,section,small,table,tbody,th)';

/**
 * The elements of a node that have an open shadow root, or may get one yet, itself included. A root
 * on a plain `div` within is not found: nothing short of a look at each element tells of it.
 */
export function hostsIn(root: Node): readonly Element[] {
  const within =
    'querySelectorAll' in root ? (root as Element | ShadowRoot).querySelectorAll(OWN_ELEMENTS) : [];

  return [root, ...within].filter(mayHost);
}

function mayHost(node: Node): node is Element {
  return (
    node.nodeType === Node.ELEMENT_NODE &&
    ((node as Element).shadowRoot !== null || (node as Element).localName.includes('-'))
  );
}
