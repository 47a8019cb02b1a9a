using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace SlotBooking.Web.Layout;

/// <summary>
/// The frame of pages that are visited rather than kept open: the same as <see cref="MainLayout"/>, with MudBlazor's style sheets, script and
/// providers. They are loaded with the first such page and the sheets go with the last one, so the other pages neither pay for nor look like them.
/// </summary>
public sealed partial class AdminLayout
{
    private bool _isLoaded;

    [Inject]
    private IJSRuntime Js { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        try
        {
            await using var loader = await Js.InvokeAsync<IJSObjectReference>("import", $"./{Assets["js/admin.js"]}");
            await loader.InvokeVoidAsync("load", Assets["_content/MudBlazor/MudBlazor.min.js"]);
        }
        catch (JSDisconnectedException)
        {
            return; // the tab was closed meanwhile
        }

        _isLoaded = true;
        StateHasChanged();
    }
}
