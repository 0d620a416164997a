import { route } from "@react-router/dev/routes";

export default [route("without", "routes/without.js"), route("with", "routes/with.js")];
