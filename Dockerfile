# Signpost as an image: docs/install.md says how to build and run it.

FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
# The packages first, so that they are fetched again only when they change.
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts
# Then all that .dockerignore lets in. The program is built and the knowledge learned here, so that a start writes nothing.
COPY . ./
RUN node build/prepare.mjs && ls dist/program-*/cli/start.js dist/model-* dist/knowledge-*

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
# The program belongs to root: the bot can read it but not change it.
COPY --from=build /app ./
RUN install --directory --owner=node --group=node --mode=0700 /data
VOLUME ["/data"]
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 CMD ["node", "deploy/is-ready.mjs"]
# Not by npm: the bot itself is process 1 and gets SIGTERM. It stops within nine seconds.
CMD ["node", "--max-semi-space-size=4", "build/run.mjs", "start"]
