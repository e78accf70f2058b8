import { resourceRule, stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { isProviderFilled } from "../../graph/declared";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import type { Statement } from "../../knowledge/policy-document";
import { someStatement } from "../../knowledge/policy-judgement";
import { isNarrowed } from "../../knowledge/policy-reach";
import { openLinks } from "./links";
import {
  hasRoute,
  isDefaultRoute,
  leadsToInternet,
  reachesInternet,
  routesOf,
  subnetsOf,
  tablesOf,
  vpcOf,
  type RouteEntry,
} from "./routing";
import { routeTable, subnet, vpc, vpcEndpoint } from "./tokens";

const tableAssociation = "aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation";
const endpointPolicy = "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy";

/** `com.amazonaws.<region>.<service>`, with the prefix that some services have in China. */
function isServiceOf(endpoint: GraphResource, ...services: readonly string[]): Truth {
  const names = services.map((service) => service.replace(/\./g, "\\.")).join("|");
  return endpoint.get("serviceName").matches(new RegExp(`^(cn\\.)?com\\.amazonaws\\.[^.]+\\.(${names})$`));
}

/** Whether a VPC has an endpoint of a service; one of a VPC known only on update may be its. */
function hasEndpoint(graph: StackGraph, network: GraphResource, service: string): Truth {
  const own = graph.referrers(network, vpcEndpoint, "vpcId").map((one) => isServiceOf(one, service));
  const strays = openLinks(graph, vpcEndpoint, "vpcId", [vpc]).some((one) => !isServiceOf(one, service).isNo);
  return Truth.any([...own, strays ? Truth.unknown("VpcEndpoint.vpcId") : Truth.no]);
}

const s3Gateway = stackRule("vpc-endpoint-s3-gateway", {
  check: (stack, graph) => {
    for (const network of graph.ofType(vpc)) {
      const closed = subnetsOf(graph, network).map((one) => ({ one, isPrivate: reachesInternet(graph, one).not() }));
      // From a subnet without a default route nothing leaves the VPC, to S3 or anywhere.
      const leaves = (entry: RouteEntry): Truth => isDefaultRoute(entry).and(leadsToInternet(graph, entry).not());
      const isNeeded = Truth.any(closed.map(({ one, isPrivate }) => isPrivate.and(hasRoute(graph, one, leaves))));
      const has = hasEndpoint(graph, network, "s3");
      stack.expect(network, isNeeded.not().or(has), "private subnets reach S3 over the internet");
      if (!has.isYes) continue;
      const tables = closed.filter(({ isPrivate }) => isPrivate.isYes).flatMap(({ one }) => tablesOf(graph, one));
      for (const table of new Set(tables.filter(({ type }) => type !== vpc))) {
        const served = Truth.any(s3Endpoints(graph, network).map((endpoint) => serves(graph, endpoint, table)));
        stack.expect(
          table,
          Truth.any(routesOf(graph, table).map(leaves)).not().or(served),
          "the table has a default route and no route to the S3 endpoint, so traffic to S3 leaves the VPC",
        );
      }
    }
  },
});

function s3Endpoints(graph: StackGraph, network: GraphResource): GraphResource[] {
  return graph.referrers(network, vpcEndpoint, "vpcId").filter((one) => !isServiceOf(one, "s3").isNo);
}

/** Whether an endpoint takes the traffic of a route table: an interface does so by its name in DNS. */
function serves(graph: StackGraph, endpoint: GraphResource, table: GraphResource): Truth {
  const byName = endpoint.get("vpcEndpointType").isOneOf("Interface");
  const listed = graph.references(endpoint, "routeTableIds", table.type);
  const isOpen = !listed.complete && !endpoint.get("routeTableIds").isAbsent;
  const associated = graph
    .referrers(table, tableAssociation, "routeTableId")
    .some((one) => graph.references(one, "vpcEndpointId", vpcEndpoint).targets.includes(endpoint));
  const isNamed = listed.targets.includes(table) || associated;
  const mayBeNamed = isOpen || openLinks(graph, tableAssociation, "routeTableId", [routeTable]).length > 0;
  return byName.or(isNamed ? Truth.yes : mayBeNamed ? Truth.unknown("VpcEndpoint.routeTableIds") : Truth.no);
}

/** Where workloads name their subnets. */
const workloads: readonly (readonly [type: string, path: string])[] = [
  ["aws:lambda/function:Function", "vpcConfig.subnetIds"],
  ["aws:ecs/service:Service", "networkConfiguration.subnets"],
  ["aws:ec2/instance:Instance", "subnetId"],
  ["aws:eks/nodeGroup:NodeGroup", "subnetIds"],
  ["aws:eks/fargateProfile:FargateProfile", "subnetIds"],
  ["aws:autoscaling/group:Group", "vpcZoneIdentifiers"],
];

/** VPCs of the stack in which its workloads run. */
function vpcsWithWorkloads(graph: StackGraph): Set<GraphResource> {
  return graph.once("vpc with workloads", () => {
    const subnets = workloads.flatMap(([type, path]) =>
      graph.ofType(type).flatMap((one) => graph.references(one, path, subnet).targets),
    );
    const networks = subnets.map((one) => vpcOf(graph, one));
    return new Set(networks.filter((network): network is GraphResource => network !== undefined));
  });
}

const dynamodbGateway = stackRule("vpc-endpoint-dynamodb-gateway", {
  // The finding stands at the VPC, and the table alone makes the rule apply.
  types: [vpcEndpoint, "aws:dynamodb/table:Table", vpc],
  check: (stack, graph) => {
    if (graph.ofType("aws:dynamodb/table:Table").length === 0) return;
    for (const network of vpcsWithWorkloads(graph)) {
      const has = hasEndpoint(graph, network, "dynamodb");
      stack.expect(network, has, "workloads in the VPC reach DynamoDB over the internet or not at all");
    }
  },
});

/** Action prefix → the endpoints that carry it. */
const aiServices: Readonly<Record<string, readonly string[]>> = {
  comprehend: ["comprehend"],
  comprehendmedical: ["comprehendmedical"],
  textract: ["textract"],
  transcribe: ["transcribe", "transcribestreaming"],
  translate: ["translate"],
  polly: ["polly"],
  rekognition: ["rekognition", "streaming-rekognition"],
  "sagemaker:invokeendpoint": ["sagemaker.runtime"],
};

const aiEndpoints = stackRule("vpc-endpoint-ai-services", {
  check: (stack, graph) => {
    if (vpcsWithWorkloads(graph).size === 0) return;
    const endpoints = graph.ofType(vpcEndpoint);
    for (const policy of graph.ofType("aws:iam/policy:Policy", "aws:iam/rolePolicy:RolePolicy")) {
      for (const [prefix, services] of Object.entries(aiServices)) {
        const has = Truth.any(endpoints.map((one) => isServiceOf(one, ...services)));
        const uses = someStatement(policy.get("policy"), (statement) => allows(statement, prefix));
        const [name = ""] = prefix.split(":");
        stack.expect(
          policy,
          uses.not().or(has),
          `workloads in the VPC may call ${name}, and there is no endpoint for it`,
        );
      }
    }
  },
});

function allows({ effect, actions }: Statement, prefix: string): boolean {
  return (
    effect === "Allow" &&
    actions.some((action) => {
      const lower = action.toLowerCase();
      return prefix.includes(":")
        ? lower.startsWith(prefix) || lower === "sagemaker:*"
        : lower.startsWith(`${prefix}:`);
    })
  );
}

/** Services whose endpoints carry PHI or keys, so that AWS's own policy, which allows everything, will not do. */
const guarded: readonly string[] = ["s3", "dynamodb", "kms", "secretsmanager", "sqs", "sns"];

const policyRestrictive = stackRule("vpc-endpoint-policy-restrictive", {
  // A policy may stand at the endpoint or in a resource of its own.
  check: (stack, graph) => {
    const fault = "the endpoint's policy lets everyone reach everything";
    for (const endpoint of graph.ofType(vpcEndpoint)) {
      const own = isProviderFilled(endpoint, "policy") ? Truth.no : endpoint.get("policy").isGiven();
      if (own.isYes) stack.expect(endpoint, isBroad(endpoint).not(), fault);
      const isApart = graph.referrers(endpoint, endpointPolicy, "vpcEndpointId").length > 0;
      const isOpen = openLinks(graph, endpointPolicy, "vpcEndpointId", [vpcEndpoint]).length > 0;
      const apart = isApart ? Truth.yes : isOpen ? Truth.unknown("VpcEndpointPolicy.vpcEndpointId") : Truth.no;
      stack.expect(
        endpoint,
        Truth.any([own, apart, isServiceOf(endpoint, ...guarded).not()]),
        "the endpoint has no policy, so it lets everyone reach everything",
      );
    }
    for (const policy of graph.ofType(endpointPolicy)) stack.expect(policy, isBroad(policy).not(), fault);
  },
});

function isBroad(resource: GraphResource): Truth {
  return someStatement(resource.get("policy"), (statement) => {
    if (statement.effect !== "Allow") return false;
    const everyone = statement.principals?.everyone === true || statement.notPrincipals !== undefined;
    const everything = statement.resources.includes("*") || statement.notResources.length > 0;
    return everyone && everything && !isNarrowed(statement) && !fixesResource(statement);
  });
}

/** Whether a condition fixes whose resources are reached. */
function fixesResource({ conditions }: Statement): boolean {
  const keys = ["aws:resourceorgid", "aws:resourceaccount", "aws:resourceorgpaths"];
  return ["stringequals", "stringlike", "foranyvalue:stringequals", "foranyvalue:stringlike"].some((operator) =>
    keys.some((key) => {
      const values = conditions.get(operator)?.get(key) ?? [];
      return values.length > 0 && values.every((value) => !/^\**$/.test(value));
    }),
  );
}

const endpointService = "aws:ec2/vpcEndpointService:VpcEndpointService";
const allowedPrincipal = "aws:ec2/vpcEndpointServiceAllowedPrinciple:VpcEndpointServiceAllowedPrinciple";

const serviceAcceptance = resourceRule("vpc-endpoint-service-acceptance", {
  // Principals may also be allowed one by one, in resources of their own.
  types: [endpointService, allowedPrincipal],
  check: (resource) => {
    const everyone = "everyone may ask for a connection to the endpoint service";
    if (resource.type === allowedPrincipal) {
      resource.expect(resource.get("principalArn").isOneOf("*").not(), everyone);
      return;
    }
    resource.expect(resource.get("acceptanceRequired").isTrue(), "the endpoint service accepts consumers unseen");
    const open = resource.get("allowedPrincipals").some((principal) => principal.isOneOf("*"));
    resource.expect(open.not(), everyone);
  },
});

/** Rules on VPC endpoints and endpoint services. */
export const endpointRules: readonly Rule[] = [
  s3Gateway,
  dynamodbGateway,
  aiEndpoints,
  policyRestrictive,
  serviceAcceptance,
];
