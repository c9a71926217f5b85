using System.Xml.Linq;
using DialInsight.Storage;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace DialInsight.WebConsole.SignIn;

/// <summary>Keeps the keys of cookies in the document store: every replica reads every other's cookies, so that no session sticks to one.</summary>
internal sealed class KeyRing(IDocumentStoreFactory stores) : IXmlRepository, IConfigureOptions<KeyManagementOptions>
{
    private readonly IDocumentCollection<KeyRingDocument> _keys = stores.Open(ConsoleModule.Database).Collection(KeyRingDocument.Definition);

    /// <inheritdoc/>
    public void Configure(KeyManagementOptions options) => options.XmlRepository = this;

    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements() => Wait(ReadAsync);

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName) => Wait(async () =>
    {
        await _keys.UpsertAsync(new KeyRingDocument(friendlyName, element.ToString(SaveOptions.DisableFormatting)), CancellationToken.None);
        return true;
    });

    private async Task<IReadOnlyCollection<XElement>> ReadAsync()
    {
        List<XElement> keys = [];
        await foreach (Versioned<KeyRingDocument> key in _keys.StreamAsync(Query.All, CancellationToken.None))
            keys.Add(XElement.Parse(key.Document.Xml));
        return keys;
    }

    // The framework's port knows no tasks. It asks once a day, and stores a key four times a year.
    private static T Wait<T>(Func<Task<T>> work) => Task.Run(work).GetAwaiter().GetResult();
}
