export * from "./internal-load-balancer";
export * from "./internal-load-balancer-args";
export * from "./public-edge";
export * from "./public-edge-args";
export { tlsPolicy } from "./tls-policy";
