import type { DataFactory, Quad, Term } from '@rdfjs/types';
import jsonld from 'jsonld';
import SHACLValidator from 'rdf-validate-shacl';
import environment from 'rdf-validate-shacl/src/defaultEnv.js';

/** Its own types leave out what it inherits. */
const factory = environment as unknown as DataFactory & typeof environment;

/** The statements of a JSON-LD document that contains its own context; throws if any would be dropped. */
export async function graphOf(document: object): Promise<Quad[]> {
  const documentLoader = async (url: string): Promise<never> => {
    throw new Error(`a context from elsewhere: ${url}`);
  };
  const options = { documentLoader, safe: true } as jsonld.Options.ToRdf;
  const quads = (await jsonld.toRDF(document as jsonld.JsonLdDocument, options)) as Quad[];
  return quads.map(({ subject, predicate, object }) =>
    factory.quad(term(subject) as never, term(predicate) as never, term(object) as never),
  );
}

function term(found: Term): Term {
  if (found.termType === 'BlankNode') return factory.blankNode(found.value);
  if (found.termType !== 'Literal') return factory.namedNode(found.value);
  const { value, language, datatype } = found;
  return factory.literal(value, language || factory.namedNode(datatype.value));
}

/** Where a graph does not conform to the shapes, each as "node path: message". */
export async function breachesOf(graph: Quad[], shapes: Quad[]): Promise<string[]> {
  const validator = new SHACLValidator(factory.dataset(shapes));
  const report = await validator.validate(factory.dataset(graph));
  return report.results.map(
    ({ focusNode, path, message, sourceConstraintComponent }) =>
      `${focusNode?.value} ${(path as unknown as Term | null)?.value ?? ''}: ${message.map(({ value }) => value).join() || sourceConstraintComponent?.value}`,
  );
}
