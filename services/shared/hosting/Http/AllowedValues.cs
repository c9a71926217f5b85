using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace DialInsight.Hosting.Http;

/// <summary>What may stand where an endpoint takes one of a few names.</summary>
internal static class AllowedValues
{
    /// <summary>The names that a parameter of the endpoint takes; null where it takes others than names, or is not known.</summary>
    public static string? OfParameter(Endpoint? endpoint, string name) =>
        Names((endpoint?.Metadata.GetMetadata<MethodInfo>()?.GetParameters() ?? [])
            .SelectMany<ParameterInfo, (string? Name, Type Type)>(parameter => parameter.IsDefined(typeof(AsParametersAttribute), inherit: false)
                ? parameter.ParameterType.GetProperties().Select(member => ((string?)member.Name, member.PropertyType))
                : [(parameter.Name, parameter.ParameterType)])
            .FirstOrDefault(parameter => string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase)).Type);

    /// <summary>The names that a member of the body takes, by its path (<c>$.items[0].decision</c>); null as above.</summary>
    public static string? OfMember(Endpoint? endpoint, string? path)
    {
        Type? type = endpoint?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;
        foreach (string step in (path ?? "").Split('.').Skip(1))
        {
            string name = step.Split('[')[0];
            type = type?.GetProperties().FirstOrDefault(member => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.PropertyType;
            if (step.Contains('['))
                type = type?.GetElementType() ?? type?.GetGenericArguments().FirstOrDefault();
        }

        return Names(type);
    }

    private static string? Names(Type? type)
    {
        Type? one = type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
        if (one is { IsGenericType: true } && one.GetGenericTypeDefinition() == typeof(Named<>))
            one = one.GetGenericArguments()[0];
        return one is { IsEnum: true } ? string.Join(", ", Enum.GetNames(one).Select(JsonNamingPolicy.CamelCase.ConvertName)) : null;
    }
}
