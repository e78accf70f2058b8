import { Truth } from "../../authoring/truth";
import { globMatches } from "../../knowledge/glob";
import { readPolicy, type PolicyStatement } from "../../knowledge/access/policy-reading";
import type { GraphResource, StackGraph } from "../stack-graph";
import { principalsOf, type Principal } from "./principals";
import { role } from "./tokens";

/** Services that give a role's credentials to programs of the customer. */
const computeServices = [
  "ec2",
  "ecs-tasks",
  "edgelambda",
  "glue",
  "lambda",
  "pods.eks",
  "sagemaker",
  "tasks.apprunner",
].map((service) => `${service}.amazonaws.com*`);

/** Whether programs run under a role: compute may assume it, or the pods of a cluster by their service account. */
export function isWorkload(resource: GraphResource): Truth {
  const { statements, open } = readPolicy(resource.get("assumeRolePolicy"));
  const trusting = statements.map((one) => Truth.of(one.effect === "Allow" && trustsCompute(one)));
  return Truth.any([...trusting, ...(open.length > 0 ? [Truth.unknown(...open)] : [])]);
}

function trustsCompute({ principals }: PolicyStatement): boolean {
  const services = principals?.services ?? [];
  const providers = principals?.federated ?? [];
  return (
    services.some((service) => computeServices.some((pattern) => globMatches(pattern, service.toLowerCase()))) ||
    providers.some((provider) => /oidc\.eks\./.test(provider))
  );
}

function isJudged(resource: GraphResource): Truth {
  return isWorkload(resource).and(resource.tag("hipaa:purpose").isOneOf("break-glass").not());
}

/** A role under which programs run, and whether that is certain. */
export interface Workload {
  readonly principal: Principal;
  readonly isWorkload: Truth;
}

/** The roles of the stack under which programs run, but for roles for emergencies. */
export function workloadsOf(graph: StackGraph): readonly Workload[] {
  return graph.once("access workloads", () =>
    principalsOf(graph)
      .filter(({ resource }) => resource.type === role)
      .map((principal) => ({ principal, isWorkload: isJudged(principal.resource) }))
      .filter((one) => !one.isWorkload.isNo),
  );
}
