using System.Text.RegularExpressions;

namespace DialInsight.Storage;

/// <summary>What names, ids and queries must obey, whatever the adapter. Names become part of statements, so that nothing else may pass.</summary>
internal static partial class StorageRules
{
    private const int MaximumIdLength = 200;
    private const int MaximumValues = 500;

    /// <summary>Refuses a database's name that is not lower-case letters, digits and dashes.</summary>
    public static void CheckDatabase(string name)
    {
        if (!DashedName().IsMatch(name))
            throw new ArgumentException($"'{name}' cannot name a database: lower-case letters, digits and dashes, 63 at most.", nameof(name));
    }

    /// <summary>Refuses a definition whose names could not be kept, or that names a field twice.</summary>
    public static void Check<TDocument>(CollectionDefinition<TDocument> definition)
        where TDocument : class
    {
        if (!DashedName().IsMatch(definition.Name))
            throw new ArgumentException($"'{definition.Name}' cannot name a collection: lower-case letters, digits and dashes, 63 at most.");
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "id" };
        foreach (IndexedField<TDocument> field in definition.Fields)
        {
            if (!FieldName().IsMatch(field.Name))
                throw new ArgumentException($"'{field.Name}' cannot name a field of '{definition.Name}': camelCase letters and digits, 63 at most.");
            if (!names.Add(field.Name))
                throw new ArgumentException($"Collection '{definition.Name}' declares the field '{field.Name}' twice, or it is the id.");
        }

        foreach (string field in definition.CompoundIndexes.SelectMany(index => index))
            CheckField(definition, field);
    }

    /// <summary>Refuses a query that names a field the definition does not declare, or compares with what cannot be compared.</summary>
    public static void Check<TDocument>(CollectionDefinition<TDocument> definition, Query query)
        where TDocument : class
    {
        CheckField(definition, query.OrderField);
        foreach (Condition condition in query.Conditions)
        {
            CheckField(definition, condition.Field);
            if (condition.Comparison == Comparison.In && ((IReadOnlyCollection<object>)condition.Value!).Count > MaximumValues)
                throw new ArgumentException($"A query on '{definition.Name}' asks for more than {MaximumValues} values of '{condition.Field}'.");
            if (condition.Comparison != Comparison.Equal && condition.Value is null)
                throw new ArgumentException($"A query on '{definition.Name}' compares '{condition.Field}' with null.");
        }
    }

    /// <summary>Refuses to delete by a query that names an unknown field, or that has a limit.</summary>
    public static void CheckDeletion<TDocument>(CollectionDefinition<TDocument> definition, Query query)
        where TDocument : class
    {
        Check(definition, query);
        if (query.Limit is not null)
            throw new ArgumentException($"Deleting from '{definition.Name}' takes no limit.", nameof(query));
    }

    /// <summary>Refuses a field that the definition does not declare.</summary>
    public static void CheckField<TDocument>(CollectionDefinition<TDocument> definition, string field)
        where TDocument : class
    {
        if (field != "id" && !definition.Fields.Any(declared => declared.Name == field))
            throw new ArgumentException($"Collection '{definition.Name}' declares no field '{field}'.");
    }

    /// <summary>A document's id, checked.</summary>
    public static string IdOf<TDocument>(CollectionDefinition<TDocument> definition, TDocument document)
        where TDocument : class
    {
        string id = definition.Id(document);
        if (string.IsNullOrEmpty(id) || id.Length > MaximumIdLength || HasLoneSurrogate(id))
            throw new ArgumentException($"A document of '{definition.Name}' has no usable id: 1 to {MaximumIdLength} characters of well-formed text.");
        return id;
    }

    private static bool HasLoneSurrogate(string text)
    {
        ReadOnlySpan<char> rest = text;
        while (!rest.IsEmpty)
        {
            if (System.Text.Rune.DecodeFromUtf16(rest, out _, out int length) != System.Buffers.OperationStatus.Done)
                return true;
            rest = rest[length..];
        }

        return false;
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,62}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex DashedName();

    [GeneratedRegex("^[a-z][a-zA-Z0-9]{0,62}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex FieldName();
}
