using System.Text.Json;
using System.Text.Json.Serialization;

namespace DialInsight.Contracts;

/// <summary>Writes an enum's values as camelCase names, like everything else in the messages' JSON; reads them in any case.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
public sealed class CamelCaseEnumConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase)
    where TEnum : struct, Enum;
