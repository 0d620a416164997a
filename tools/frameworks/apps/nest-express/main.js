import "reflect-metadata";
import { createContractHandler } from "@greenhook/core/contract";
import { toExpressHandler } from "@greenhook/express";
import { GreenhookModule } from "@greenhook/nestjs";
import { Module } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";

class AppModule {}
Module({
  imports: [false, true].map((quarantine) =>
    GreenhookModule.forRoot({
      path: quarantine ? "module/with" : "module/without",
      handler: () => createContractHandler({ quarantine }),
    }),
  ),
})(AppModule);

// Nest's own body parser stays on: what is mounted here comes before it.
const app = await NestFactory.create(AppModule, { logger: ["error"] });
app.use("/without", toExpressHandler(createContractHandler({ quarantine: false })));
app.use("/with", toExpressHandler(createContractHandler({ quarantine: true })));
await app.listen(0, "127.0.0.1");
console.log(`port ${app.getHttpServer().address().port}`);
