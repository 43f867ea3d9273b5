# Sourced by the scripts that start something. Builds a module's application when it is missing or older than its sources.

# chat_build_if_older MODULE JAR: afterwards JAR, with its libraries beside it, is as new as the sources.
chat_build_if_older() {
  if [ -f "$2" ] && [ -z "$(find pom.xml ./*/pom.xml ./*/src/main -newer "$2" -type f -print -quit 2>/dev/null)" ]; then
    return 0
  fi
  echo "Building $1; the first time this takes a few minutes …" >&2
  if ! ./mvnw -q -B -ntp -pl "$1" -am package -Dmaven.test.skip=true -Dspotless.check.skip=true; then
    echo "Cannot start: the build failed; what went wrong is above." >&2
    return 1
  fi
  chat_app=$(dirname "$2")
  rm -rf "$chat_app" && mkdir -p "$chat_app"
  # A Spring application starts faster with its libraries beside it; a jar without Spring stays as it is.
  if "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$1"/target/"$1"-*-app.jar extract --force --destination "$chat_app" >/dev/null 2>&1; then
    mv "$chat_app/$1"-*-app.jar "$2"
  else
    cp "$1"/target/"$1"-*-app.jar "$2"
  fi
  touch "$2"
}
