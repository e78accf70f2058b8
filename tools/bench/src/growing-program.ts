import { HipaaWebApplication } from "@hipaa-aws/reference";

/**
 * A program whose number of resources grows with `copies`: each copy is a whole application (network, keys, load
 * balancers, services, database, cache, buckets, alarms, backup), so that the mix of types is that of a real stack.
 */
export function growingProgram(copies: number): () => void {
  return () => {
    for (let copy = 0; copy < copies; copy++) new HipaaWebApplication(`clinic-${copy}`, application(copy));
  };
}

function application(copy: number) {
  const image = (repository: string) =>
    `111122223333.dkr.ecr.us-east-1.amazonaws.com/${repository}@sha256:${"3a7bd3e2".repeat(8)}`;
  return {
    domainName: `clinic-${copy}.example.com`,
    internalDomainName: `internal.clinic-${copy}.example.com`,
    hostedZoneId: "Z0123456789EXAMPLE",
    network: { cidrBlock: `10.${copy}.0.0/16` },
    web: { image: image("web") },
    app: { image: image("app") },
    proxyImage: image("tls-proxy"),
  };
}
