export default { telemetry: false, ssr: false, compatibilityDate: "2026-01-01" };
