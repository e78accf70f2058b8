import type { PolicyResource } from "@pulumi/policy";
import { AnalyzeStackRequest, type AnalyzerResource } from "@pulumi/pulumi/proto/analyzer_pb";

/** Type of the one resource that stands for all; no provider can register a type of this form. */
const standInType = "hipaa-aws:request:all-resources";

/** What one request holds, as the SDK built it for the first stack policy that it called. */
interface Built {
  resources: PolicyResource[] | undefined;
}

/** By the list of ignored changes of a request's first resource, which the SDK hands through as it is. */
const requests = new WeakMap<object, Built>();

/** What the SDK reads the resources of a stack from. */
type ResourceList = Pick<AnalyzeStackRequest, "getResourcesList">;

/**
 * Has the SDK build the resources of a stack once for a request. It builds all of them again for every stack policy that
 * it calls: dependencies, options and closures of thousands of resources, a hundred times over, which took longer than
 * judging and set the most memory that the pack ever needs. Once {@link allResources} has seen what was built for the
 * first policy, a walk over the request's list yields one resource that stands for them.
 *
 * Were the SDK to read the list by other means, or not to hand the options through, it would build as before.
 */
export function shareStackResources(prototype: ResourceList = AnalyzeStackRequest.prototype): void {
  const original = prototype.getResourcesList;
  prototype.getResourcesList = function (this: AnalyzeStackRequest) {
    return walkedInFullOnce(original.call(this));
  };
}

function walkedInFullOnce(messages: readonly AnalyzerResource[]): AnalyzerResource[] {
  const list = [...messages];
  const [first] = list;
  const key = first?.getOptions()?.getIgnorechangesList();
  if (!first || !key) return list;
  const built: Built = { resources: undefined };
  requests.set(key, built);
  const standIn = Object.assign(Object.create(first) as AnalyzerResource, { getType: () => standInType });
  const all = list[Symbol.iterator].bind(list);
  return Object.defineProperty(list, Symbol.iterator, {
    value: () => (built.resources ? [standIn].values() : all()),
  });
}

/**
 * All resources of the stack, whether the SDK built them for this policy or one stands for them. Every stack policy of
 * this pack takes its resources from here, since a rule that took the stand-in for a stack would find nothing in it.
 *
 * @throws Error for a stand-in whose request is not known, which the engine shows as a failure of the pack
 */
export function allResources(given: PolicyResource[]): PolicyResource[] {
  const [first] = given;
  const built = first && requests.get(first.opts.ignoreChanges);
  if (first?.type === standInType) {
    if (built?.resources) return built.resources;
    throw new Error("the resources of the stack were not handed over; please report this defect");
  }
  if (built) built.resources ??= given;
  return given;
}
