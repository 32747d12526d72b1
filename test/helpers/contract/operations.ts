import type { Description, Place } from './description.ts';

/** `GET /things/{thingId}` of the description. */
export type Operation = { method: string; template: string; place: Place };

export type Found = Operation | { otherMethods: string[] } | null;

export type FindOperation = (method: string, path: string) => Found;

/** Finds what the description says of a request; `path` is without the version segment and the query. */
export function openOperations(description: Description): FindOperation {
  const routes = description
    .childrenOf(description.top, 'paths')
    .map(([template, place]) => ({ template, place, pattern: patternOf(template) }))
    // A path without parameters is meant before one that merely lets it pass.
    .sort((one, other) => parametersIn(one.template) - parametersIn(other.template));
  return (method, path) => {
    const route = routes.find(({ pattern }) => pattern.test(path));
    if (!route) return null;
    const place = description.within(route.place, method.toLowerCase());
    if (place) return { method, template: route.template, place };
    return { otherMethods: methods.filter((each) => each.toLowerCase() in route.place.node) };
  };
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

const parametersIn = (template: string) => template.split('{').length - 1;

const patternOf = (template: string) =>
  new RegExp(`^${template.replaceAll(/[.$()*+]/g, '\\$&').replaceAll(/\{\w+\}/g, '[^/]+')}$`);
