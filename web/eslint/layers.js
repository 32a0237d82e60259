/**
 * Imports point one way: app → features → components → api → lib, and a feature never sees another one. What two
 * features need belongs into `components`, `api` or `lib`; what combines features belongs into `app`.
 */
import path from 'node:path';

const order = ['lib', 'api', 'components', 'features', 'app'];

/**
 * The layer of a path below `src`, and its feature where it has one.
 * @param {string} file
 */
function place(file) {
  const [layer = '', feature] = file.split('/');
  return { rank: order.indexOf(layer), layer, feature: layer === 'features' ? feature : undefined };
}

/** @type {import('eslint').Rule.RuleModule} */
const layers = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      upward: '`{{from}}` must not import from `{{to}}`',
      sideways: 'a feature must not import from the feature `{{to}}`',
    },
  },
  create(context) {
    const src = path.join(context.cwd, 'src');
    const file = path.relative(src, context.filename).replaceAll(path.sep, '/');
    const from = place(file);
    if (from.rank < 0) return {};

    /** @param {unknown} specifier @param {import('estree').Node} node */
    function check(specifier, node) {
      if (typeof specifier !== 'string') return;
      const target = specifier.startsWith('@/')
        ? specifier.slice(2)
        : specifier.startsWith('.')
          ? path.posix.join(path.posix.dirname(file), specifier)
          : undefined;
      if (target === undefined) return;
      const to = place(target);
      if (to.rank > from.rank) {
        context.report({ node, messageId: 'upward', data: { from: from.layer, to: to.layer } });
      } else if (to.feature !== undefined && from.feature !== undefined && to.feature !== from.feature) {
        context.report({ node, messageId: 'sideways', data: { to: to.feature } });
      }
    }

    return {
      ImportDeclaration: (node) => check(node.source.value, node),
      ExportNamedDeclaration: (node) => check(node.source?.value, node),
      ExportAllDeclaration: (node) => check(node.source.value, node),
      ImportExpression: (node) => check(node.source.type === 'Literal' ? node.source.value : undefined, node),
    };
  },
};

export default { rules: { layers } };
