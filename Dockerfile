# Every service's image, by its folder under services/:
#   docker build --build-arg SERVICE=labeling --build-arg VERSION=0.1.0 --build-arg REVISION=$(git rev-parse HEAD) -t dialinsight/labeling .
# It needs no shell to run, no root and no writable root file system: it writes to /tmp, and with SQLite to /data.

# The files that decide what is restored, apart from all others: packages are fetched again only when one of these changes.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS projects
WORKDIR /source
COPY . .
RUN find . -type f ! -name '*.csproj' ! -name '*.props' ! -name '*.targets' ! -iname 'nuget.config' ! -name global.json -delete \
 && find . -type d -empty -delete

# All services at once: what they share is compiled once, and all images come from one build.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
# Properties of the build: MSBuild takes them from the environment.
ENV WithMongoDB=true PublishDocumentationFiles=false
COPY --from=projects /source .
RUN for project in services/*/*.csproj; do dotnet restore "$project" --use-current-runtime || exit 1; done
COPY . .
# Each program also gets the name "service", so that one entry point starts any of them.
RUN for project in services/*/*.csproj; do \
      out=/publish/$(basename "$(dirname "$project")")/app \
      && dotnet publish "$project" --no-restore --configuration Release --use-current-runtime --no-self-contained --output "$out" \
      && ln -s "$(basename "$project" .csproj)" "$out/service" || exit 1; \
    done \
 && mkdir /empty

FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ARG SERVICE
WORKDIR /app
COPY --from=build --chown=$APP_UID:$APP_UID /empty /data
COPY LICENSE ./
COPY domains domains
COPY --from=build /publish/$SERVICE/app ./
ENV Storage__Path=/data
USER $APP_UID
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["/app/service", "--health", "http://127.0.0.1:8080/health/ready"]
ENTRYPOINT ["/app/service"]

ARG VERSION=unknown
ARG REVISION=unknown
LABEL org.opencontainers.image.title="DialInsight $SERVICE" \
      org.opencontainers.image.description="Raw conversations in, measured instruction data out: the service $SERVICE" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.vendor="DialInsight contributors" \
      org.opencontainers.image.base.name="mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled" \
      org.opencontainers.image.version="$VERSION" \
      org.opencontainers.image.revision="$REVISION"
