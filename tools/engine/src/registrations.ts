import type * as resource from "@pulumi/pulumi/proto/resource_pb";
import * as settings from "@pulumi/pulumi/runtime/settings";
import { aliasUrns, customTimeouts, propertyDependencies } from "@hipaa-aws/simulated-aws";
import type { ResourceState } from "@hipaa-aws/stack-state";

/** What the engine's events leave out of a resource. */
export type Registration = Pick<
  ResourceState,
  "dependencies" | "propertyDependencies" | "ignoreChanges" | "aliases" | "customTimeouts" | "additionalSecretOutputs"
>;

type Unary<Request, Response> = (request: Request, callback: (error: unknown, response: Response) => void) => unknown;

interface Monitor {
  registerResource: Unary<resource.RegisterResourceRequest, resource.RegisterResourceResponse>;
  readResource: Unary<resource.ReadResourceRequest, resource.ReadResourceResponse>;
}

/**
 * Listens to what a program registers and reads, on its own connection to the engine, and notes it by URN.
 *
 * To be called from inside a running inline program: the connection belongs to the run. Children of remote components
 * are registered by another process and are not seen.
 */
export function noteRegistrations(notes: Map<string, Registration>, names: { project: string; stack: string }): void {
  const monitor = settings.getMonitor() as Monitor | undefined;
  if (!monitor) throw new Error("the program runs without an engine");
  const register = monitor.registerResource.bind(monitor);
  const read = monitor.readResource.bind(monitor);
  monitor.registerResource = (request, callback) =>
    register(request, (error, response) => {
      if (!error) notes.set(response.getUrn(), registration(request, names));
      callback(error, response);
    });
  monitor.readResource = (request, callback) =>
    read(request, (error, response) => {
      if (!error)
        notes.set(response.getUrn(), { dependencies: request.getDependenciesList(), propertyDependencies: {} });
      callback(error, response);
    });
}

function registration(
  request: resource.RegisterResourceRequest,
  { project, stack }: { project: string; stack: string },
): Registration {
  const ignoreChanges = request.getIgnorechangesList();
  const additionalSecretOutputs = request.getAdditionalsecretoutputsList();
  const aliases = aliasUrns(request, project, stack);
  const timeouts = customTimeouts(request);
  return {
    dependencies: request.getDependenciesList(),
    propertyDependencies: propertyDependencies(request),
    ...(ignoreChanges.length ? { ignoreChanges } : {}),
    ...(aliases.length ? { aliases } : {}),
    ...(timeouts ? { customTimeouts: timeouts } : {}),
    ...(additionalSecretOutputs.length ? { additionalSecretOutputs } : {}),
  };
}
