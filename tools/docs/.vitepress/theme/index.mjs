// The default theme with the system's fonts: nothing to load.
import theme from "vitepress/theme-without-fonts";
import "./colours.css";

export default theme;
