namespace DialInsight.LanguageModels.Offline.Reading;

/// <summary>Who speaks.</summary>
/// <param name="Role">The role as the turn gives it.</param>
/// <param name="Name">What an answer calls the speaker, in its language.</param>
/// <param name="Side">Whose side the speaker is on.</param>
internal sealed record Speaker(string Role, string Name, Side Side);
