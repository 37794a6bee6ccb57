export { type Metrics, makeMetrics } from './metrics.ts';
export { type MetricsOptions, metricsRoutes } from './routes.ts';
