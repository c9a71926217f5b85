using DialInsight.Storage;

namespace DialInsight.WebConsole.SignIn;

/// <summary>A key that cookies are encrypted with, as ASP.NET Core writes it.</summary>
/// <param name="Id">The key's name.</param>
/// <param name="Xml">The key.</param>
internal sealed record KeyRingDocument(string Id, string Xml)
{
    /// <summary>The collection <c>key-ring</c>.</summary>
    public static CollectionDefinition<KeyRingDocument> Definition { get; } = new("key-ring", key => key.Id);
}
