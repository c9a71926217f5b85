using System.Collections;
using System.Reflection;

namespace DialInsight.Contracts.Tests;

/// <summary>A message with something in every property, made by its types alone: a new property shows itself.</summary>
internal static class SampleMessage
{
    public static object Of(Type type, string name = "")
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(string))
            return name;
        if (plain == typeof(Guid))
            return Guid.Parse("01234567-89ab-8def-8123-456789abcdef");
        if (plain == typeof(DateTimeOffset))
            return new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);
        if (plain.IsEnum)
            return Enum.GetValues(plain).GetValue(Enum.GetValues(plain).Length - 1)!;
        if (plain == typeof(bool))
            return true;
        if (plain.IsPrimitive || plain == typeof(decimal))
            return Convert.ChangeType(7, plain, System.Globalization.CultureInfo.InvariantCulture);
        if (plain.IsGenericType && plain.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
            return Dictionary(plain);
        return plain.IsGenericType && typeof(IEnumerable).IsAssignableFrom(plain) ? List(plain, name) : Record(plain);
    }

    private static IList List(Type type, string name)
    {
        Type item = type.GetGenericArguments()[0];
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        list.Add(Of(item, name));
        return list;
    }

    private static IDictionary Dictionary(Type type)
    {
        var dictionary = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type.GetGenericArguments()))!;
        dictionary.Add("name", Of(type.GetGenericArguments()[1], "value"));
        return dictionary;
    }

    private static object Record(Type type)
    {
        ConstructorInfo constructor = type.GetConstructors().OrderByDescending(candidate => candidate.GetParameters().Length).First();
        object record = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType, parameter.Name!))]);
        foreach (PropertyInfo property in type.GetProperties().Where(property => property.CanWrite))
            property.SetValue(record, Of(property.PropertyType, char.ToLowerInvariant(property.Name[0]) + property.Name[1..]));
        return record;
    }
}
