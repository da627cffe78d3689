import ts from "typescript";

/** The names of the functions of a source that declare no return type. */
export function functionsWithoutType(source: string): readonly string[] {
  const file = ts.createSourceFile("source.tsx", source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionDeclaration(node) && !node.type) found.push(node.name?.text ?? "");
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
